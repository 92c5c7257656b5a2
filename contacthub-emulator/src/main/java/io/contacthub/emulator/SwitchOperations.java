package io.contacthub.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests that read and change what the emulator does to requests.
 */
final class SwitchOperations {

	private static final Map<String, BiFunction<EmulatorSwitches, JsonNode, EmulatorSwitches>> CHANGES = changes();

	private final ContactHubEmulator emulator;

	SwitchOperations(ContactHubEmulator emulator) {
		this.emulator = emulator;
	}

	private static Map<String, BiFunction<EmulatorSwitches, JsonNode, EmulatorSwitches>> changes() {
		Map<String, BiFunction<EmulatorSwitches, JsonNode, EmulatorSwitches>> changes = new LinkedHashMap<>();
		changes.put("latency", (switches, value) -> switches.withLatency(ControlInput.duration("latency", value)));
		changes.put("latencyJitter",
				(switches, value) -> switches.withLatencyJitter(ControlInput.duration("latencyJitter", value)));
		changes.put("failureRate", (switches, value) -> switches.withFailureRate(share("failureRate", value)));
		changes.put("disconnectRate", (switches, value) -> switches.withDisconnectRate(share("disconnectRate", value)));
		changes.put("lostAnswerRate", (switches, value) -> switches.withLostAnswerRate(share("lostAnswerRate", value)));
		changes.put("rateLimit", (switches, value) -> switches.withRateLimit(count("rateLimit", value)));
		changes.put("reindexing", (switches, value) -> switches.withReindexing(flag("reindexing", value)));
		return changes;
	}

	private static double share(String name, JsonNode value) {
		if (!value.isNumber()) {
			throw new IllegalArgumentException(name + ": a number from 0 to 1 is expected, was " + value);
		}
		return value.doubleValue();
	}

	private static int count(String name, JsonNode value) {
		if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
			throw new IllegalArgumentException(name + ": a whole number is expected, was " + value);
		}
		return value.intValue();
	}

	private static boolean flag(String name, JsonNode value) {
		if (!value.isBoolean()) {
			throw new IllegalArgumentException(name + ": true or false is expected, was " + value);
		}
		return value.booleanValue();
	}

	List<Route> routes() {
		return List.of(Route.of("GET", "switches", this::read), Route.of("PATCH", "switches", this::change));
	}

	private EmulatedResponse read(EmulatedRequest request) {
		ControlInput.requireParameters(request);
		return EmulatedResponse.ok(document(this.emulator.switches()));
	}

	/**
	 * Change what is named and leave the rest, which two callers at a time must not undo.
	 */
	private synchronized EmulatedResponse change(EmulatedRequest request) {
		ControlInput.requireParameters(request);
		ObjectNode body = ControlInput.body(request, CHANGES.keySet());
		EmulatorSwitches switches = ControlInput.orReject(400, () -> {
			EmulatorSwitches changed = this.emulator.switches();
			for (Map.Entry<String, BiFunction<EmulatorSwitches, JsonNode, EmulatorSwitches>> change : CHANGES
				.entrySet()) {
				JsonNode value = body.get(change.getKey());
				changed = (value != null) ? change.getValue().apply(changed, value) : changed;
			}
			return changed;
		});
		this.emulator.switches(switches);
		return EmulatedResponse.ok(document(switches));
	}

	private static ObjectNode document(EmulatorSwitches switches) {
		return Json.object()
			.put("latency", switches.latency().toString())
			.put("latencyJitter", switches.latencyJitter().toString())
			.put("failureRate", switches.failureRate())
			.put("disconnectRate", switches.disconnectRate())
			.put("lostAnswerRate", switches.lostAnswerRate())
			.put("rateLimit", switches.rateLimit())
			.put("reindexing", switches.reindexing());
	}

}
