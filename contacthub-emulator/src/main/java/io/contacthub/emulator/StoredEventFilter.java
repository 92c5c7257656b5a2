package io.contacthub.emulator;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Filter of the events that a request asks for. Both ends of the period belong to it.
 */
final class StoredEventFilter implements Predicate<StoredEvent> {

	private final @Nullable String customerId;

	private final Set<String> nodeIds;

	private final Set<String> types;

	private final Set<String> contexts;

	private final @Nullable String mode;

	private final long from;

	private final long to;

	StoredEventFilter(EmulatedRequest request) {
		this.customerId = request.parameter("customerId");
		this.nodeIds = list(request.parameter("nodeId"));
		this.types = list(request.parameter("type"));
		this.contexts = list(request.parameter("context"));
		this.mode = mode(request.parameter("mode"));
		Instant from = moment(request, "dateFrom");
		this.from = (from != null) ? from.plusNanos(999_999).toEpochMilli() : Long.MIN_VALUE;
		Instant to = moment(request, "dateTo");
		this.to = (to != null) ? to.toEpochMilli() : Long.MAX_VALUE;
	}

	@Nullable String customerId() {
		return this.customerId;
	}

	Set<String> nodeIds() {
		return this.nodeIds;
	}

	Set<String> types() {
		return this.types;
	}

	/**
	 * Return whether the filter asks for one customer, one node or one type, and for
	 * nothing else.
	 */
	boolean isLookup() {
		boolean isPeriod = this.from != Long.MIN_VALUE || this.to != Long.MAX_VALUE;
		int keys = this.nodeIds.size() + this.types.size() + ((this.customerId != null) ? 1 : 0);
		return keys == 1 && this.contexts.isEmpty() && this.mode == null && !isPeriod;
	}

	private static Set<String> list(@Nullable String parameter) {
		return (parameter != null) ? Arrays.stream(parameter.split(",")).map(String::strip).collect(Collectors.toSet())
				: Set.of();
	}

	private static @Nullable String mode(@Nullable String parameter) {
		if (parameter != null && !parameter.equals("ACTIVE") && !parameter.equals("PASSIVE")) {
			throw RequestRejectedException.badRequest("Invalid value '" + parameter + "' of parameter 'mode'");
		}
		return parameter;
	}

	private static @Nullable Instant moment(EmulatedRequest request, String name) {
		String parameter = request.parameter(name);
		Instant moment = (parameter != null) ? DateFormats.dateTime(parameter) : null;
		if (parameter != null && moment == null) {
			throw RequestRejectedException.badRequest("Invalid value '" + parameter + "' of parameter '" + name + "'");
		}
		return moment;
	}

	@Override
	public boolean test(StoredEvent event) {
		return (this.customerId == null || this.customerId.equals(event.customerId()))
				&& (this.nodeIds.isEmpty() || (event.nodeId() != null && this.nodeIds.contains(event.nodeId())))
				&& event.date() >= this.from && event.date() <= this.to
				&& (this.types.isEmpty() || this.types.contains(event.type()))
				&& (this.contexts.isEmpty() || this.contexts.contains(event.context()))
				&& (this.mode == null || this.mode.equals(EventTypes.modeOf(event.type())));
	}

}
