package io.contacthub.client;

import java.util.Map;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Observation of whole calls, with all their attempts; each attempt is observed by Spring
 * as an HTTP request of its own. Nothing that is observed is personal: an operation is
 * named without its ids, and a failure without what ContactHub said.
 */
final class CallObservations {

	private final ObservationRegistry registry;

	private final Map<String, Tags> tags = new ConcurrentReferenceHashMap<>();

	CallObservations(ObservationRegistry registry) {
		this.registry = registry;
	}

	Observation start(String operation) {
		return Observation.createNotStarted("contacthub.calls", () -> context(operation), this.registry).start();
	}

	private CallObservationContext context(String operation) {
		Tags tags = this.tags.computeIfAbsent(operation, Tags::of);
		return new CallObservationContext(operation, tags.started(), tags.succeeded());
	}

	static void failed(Observation observation, Throwable failure, String outcome) {
		observation.lowCardinalityKeyValue("outcome", outcome);
		observation.error(failure);
	}

	static void stop(Observation observation, int attempts) {
		if (observation.getContext() instanceof CallObservationContext context) {
			context.stopped(attempts);
		}
		observation.stop();
	}

	/**
	 * The tags of an operation.
	 *
	 * @param started those until something else becomes of a call
	 * @param succeeded those of a call whose first attempt succeeded
	 */
	private record Tags(KeyValues started, KeyValues succeeded) {

		static Tags of(String operation) {
			KeyValues started = KeyValues.of("operation", operation, "outcome", "SUCCESS");
			return new Tags(started, started.and("attempts", "1"));
		}

	}

}
