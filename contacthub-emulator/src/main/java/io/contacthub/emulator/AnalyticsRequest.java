package io.contacthub.emulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a request for analytics of nodes asks for.
 */
final class AnalyticsRequest {

	private static final String MODE = "mode";

	private final EmulatedRequest request;

	private final Guesses guesses;

	private final List<String> nodes;

	private final AnalyticsPeriod period;

	AnalyticsRequest(EmulatedRequest request, WorkspaceRules rules, Guesses guesses) {
		this.request = request;
		this.guesses = guesses;
		this.nodes = nodes(request.parameter("nodes"), rules);
		LocalDate first = day("startDate");
		LocalDate last = day("endDate");
		if (first != null && last != null && last.isBefore(first)) {
			throw RequestRejectedException.badRequest("endDate " + last + " is before startDate " + first);
		}
		checkContext(request.parameter("context"));
		this.period = new AnalyticsPeriod(first, last, rules.timezone());
		if (!this.period.isUnbounded() || request.parameter(MODE) != null) {
			guesses.made(Guess.ANALYTICS_DAYS);
		}
	}

	private static List<String> nodes(@Nullable String parameter, WorkspaceRules rules) {
		if (parameter == null) {
			return rules.nodeIds();
		}
		List<String> nodes = Arrays.stream(parameter.split(",")).map(String::strip).distinct().toList();
		nodes.forEach(rules::requireNode);
		return nodes;
	}

	private @Nullable LocalDate day(String name) {
		String parameter = this.request.parameter(name);
		LocalDate day = (parameter != null) ? DateFormats.date(parameter) : null;
		if (parameter != null && day == null) {
			throw invalid(name, parameter);
		}
		return day;
	}

	private static void checkContext(@Nullable String context) {
		List<Violation> violations = new ArrayList<>();
		if (context != null) {
			EventContexts.NAME.check(StringNode.valueOf(context), "", violations);
		}
		if (context != null && !violations.isEmpty()) {
			throw invalid("context", context);
		}
	}

	static RequestRejectedException invalid(String name, String value) {
		return RequestRejectedException.badRequest("Invalid value '" + value + "' of parameter '" + name + "'");
	}

	static RequestRejectedException missing(String name) {
		return RequestRejectedException.badRequest("Required String parameter '" + name + "' is not present");
	}

	/**
	 * Return the nodes that are asked for, all if there are none.
	 */
	List<String> nodes() {
		return this.nodes;
	}

	AnalyticsPeriod period() {
		return this.period;
	}

	@Nullable String country() {
		return this.request.parameter("country");
	}

	/**
	 * Return whether an event is of the type and context that are asked for, whenever it
	 * happened.
	 */
	boolean accepts(StoredEvent event) {
		String type = this.request.parameter("eventType");
		String context = this.request.parameter("context");
		return (type == null || type.equals(event.type())) && (context == null || context.equals(event.context()));
	}

	TimePart timePart() {
		TimePart part = mode(TimePart.class, TimePart.HOUROFDAY);
		this.guesses.made(Guess.ANALYTICS_DAYS);
		if (!part.isKnown()) {
			this.guesses.made(Guess.TIME_LABELS);
		}
		return part;
	}

	/**
	 * Return the periods of the trend that is asked for.
	 */
	TimeBuckets buckets() {
		LocalDate first = this.period.first();
		LocalDate last = this.period.last();
		if (first == null || last == null) {
			throw missing((first != null) ? "endDate" : "startDate");
		}
		TimeStep step = mode(TimeStep.class, TimeStep.DAILY);
		if (!step.isKnown()) {
			this.guesses.made(Guess.TIME_LABELS);
		}
		return new TimeBuckets(first, last, step, this.period.zone());
	}

	private <M extends Enum<M>> M mode(Class<M> type, M fallback) {
		String parameter = this.request.parameter(MODE);
		if (parameter == null) {
			return fallback;
		}
		return Arrays.stream(type.getEnumConstants())
			.filter((mode) -> mode.name().equals(parameter))
			.findFirst()
			.orElseThrow(() -> invalid(MODE, parameter));
	}

	/**
	 * Return some parameters as the answer repeats them.
	 */
	ObjectNode echo(String... names) {
		ObjectNode echo = Json.object();
		for (String name : names) {
			echo.put(name, this.request.parameter(name));
		}
		return echo;
	}

}
