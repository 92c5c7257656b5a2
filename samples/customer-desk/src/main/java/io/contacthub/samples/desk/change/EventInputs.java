package io.contacthub.samples.desk.change;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FreeEventProperties;

/**
 * The inputs of an event, which are those of the record of its type.
 */
final class EventInputs {

	static final List<EventType> TYPES = RecordInputs.constants(EventType.class);

	private EventInputs() {
	}

	/**
	 * Return the inputs of an event. A type that a workspace defines has one for
	 * properties of any name.
	 * @param rows how many elements a list of records can have
	 */
	static List<InputGroup> of(EventType type, int rows) {
		List<InputGroup> groups = new ArrayList<>();
		groups.add(new InputGroup("event",
				new Input("context", "context", InputType.CHOICE, RecordInputs.constants(EventContext.class)),
				new Input("date", "date", InputType.TIME, List.of())));
		Class<?> record = record(type);
		if (record == FreeEventProperties.class) {
			groups.add(new InputGroup("properties", new Input("properties", "properties", InputType.PAIRS, List.of())));
		}
		else {
			groups.addAll(RecordInputs.ofEvent(record, rows));
		}
		return groups;
	}

	/**
	 * Return the name of the list of records that is among the properties.
	 */
	static Optional<String> rows(EventType type) {
		return repeated(type).map(RecordComponent::getName).findFirst();
	}

	/**
	 * Turn the groups of inputs of each list of records, which forms tell by numbers,
	 * into that list.
	 * @param properties the properties of an event, as a form has them
	 */
	static void listRows(EventType type, Map<String, Object> properties) {
		repeated(type).forEach((component) -> properties.computeIfPresent(component.getName(),
				(name, rows) -> List.copyOf(((Map<?, ?>) rows).values())));
	}

	private static Stream<RecordComponent> repeated(EventType type) {
		return Arrays.stream(record(type).getRecordComponents()).filter(RecordInputs::isRepeated);
	}

	private static Class<?> record(EventType type) {
		return Event.of(Map.of("type", type, "properties", Map.of("any", true))).properties().getClass();
	}

}
