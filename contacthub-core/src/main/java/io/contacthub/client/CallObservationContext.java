package io.contacthub.client;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call while it is observed. The tags of a call that goes well are the
 * same each time, so they are taken as they are instead of being put together and sorted;
 * whatever changes them, such as a filter of the application, is honoured.
 */
final class CallObservationContext extends Observation.Context {

	private final KeyValues succeeded;

	private final KeyValues started;

	private volatile KeyValues keyValues;

	/**
	 * Create the context of a call.
	 * @param operation the operation without its ids
	 * @param started the tags that the call has until something else becomes of it
	 * @param succeeded the tags that it has once its first attempt succeeded
	 */
	CallObservationContext(String operation, KeyValues started, KeyValues succeeded) {
		setContextualName(operation);
		this.started = started;
		this.succeeded = succeeded;
		this.keyValues = started;
	}

	/**
	 * Tell how many attempts it took.
	 */
	synchronized void stopped(int attempts) {
		if (attempts == 1 && this.keyValues == this.started) {
			this.keyValues = this.succeeded;
		}
		else {
			addLowCardinalityKeyValue(KeyValue.of("attempts", String.valueOf(attempts)));
		}
	}

	@Override
	public synchronized Observation.Context addLowCardinalityKeyValue(KeyValue keyValue) {
		this.keyValues = this.keyValues.and(keyValue);
		return this;
	}

	@Override
	public synchronized Observation.Context addLowCardinalityKeyValues(KeyValues keyValues) {
		this.keyValues = this.keyValues.and(keyValues);
		return this;
	}

	@Override
	public synchronized Observation.Context removeLowCardinalityKeyValue(String name) {
		this.keyValues = KeyValues
			.of(this.keyValues.stream().filter((keyValue) -> !keyValue.getKey().equals(name)).toList());
		return this;
	}

	@Override
	public synchronized Observation.Context removeLowCardinalityKeyValues(String... names) {
		for (String name : names) {
			removeLowCardinalityKeyValue(name);
		}
		return this;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues() {
		return this.keyValues;
	}

	@Override
	public @Nullable KeyValue getLowCardinalityKeyValue(String name) {
		return this.keyValues.stream().filter((keyValue) -> keyValue.getKey().equals(name)).findFirst().orElse(null);
	}

	@Override
	public KeyValues getAllKeyValues() {
		return this.keyValues.and(getHighCardinalityKeyValues());
	}

	@Override
	public String toString() {
		return "name='" + getName() + "', contextualName='" + getContextualName() + "', error='" + getError()
				+ "', lowCardinalityKeyValues=" + this.keyValues + ", highCardinalityKeyValues="
				+ getHighCardinalityKeyValues();
	}

}
