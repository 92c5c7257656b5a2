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

	private final Instant from;

	private final Instant to;

	StoredEventFilter(EmulatedRequest request) {
		this.customerId = request.parameter("customerId");
		this.nodeIds = list(request.parameter("nodeId"));
		this.types = list(request.parameter("type"));
		this.contexts = list(request.parameter("context"));
		this.mode = mode(request.parameter("mode"));
		this.from = moment(request, "dateFrom", Instant.MIN);
		this.to = moment(request, "dateTo", Instant.MAX);
	}

	Set<String> nodeIds() {
		return this.nodeIds;
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

	private static Instant moment(EmulatedRequest request, String name, Instant fallback) {
		String parameter = request.parameter(name);
		if (parameter == null) {
			return fallback;
		}
		Instant moment = DateFormats.dateTime(parameter);
		if (moment == null) {
			throw RequestRejectedException.badRequest("Invalid value '" + parameter + "' of parameter '" + name + "'");
		}
		return moment;
	}

	@Override
	public boolean test(StoredEvent event) {
		String type = event.document().path("type").asString("");
		return (this.customerId == null || this.customerId.equals(event.customerId()))
				&& (this.nodeIds.isEmpty() || (event.nodeId() != null && this.nodeIds.contains(event.nodeId())))
				&& (this.types.isEmpty() || this.types.contains(type))
				&& (this.contexts.isEmpty() || this.contexts.contains(event.document().path("context").asString("")))
				&& (this.mode == null || this.mode.equals(EventTypes.modeOf(type))) && isInPeriod(event);
	}

	private boolean isInPeriod(StoredEvent event) {
		Instant date = DateFormats.dateTime(event.document().path("date").asString(""));
		return date != null && !date.isBefore(this.from) && !date.isAfter(this.to);
	}

}
