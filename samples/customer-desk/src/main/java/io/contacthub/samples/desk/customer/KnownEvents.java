package io.contacthub.samples.desk.customer;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;

import org.springframework.util.ReflectionUtils;

/**
 * The types and contexts of events that the library knows.
 */
final class KnownEvents {

	static final List<EventType> TYPES = constants(EventType.class);

	static final List<EventContext> CONTEXTS = constants(EventContext.class);

	private KnownEvents() {
	}

	private static <T> List<T> constants(Class<T> type) {
		return Stream.of(type.getFields())
			.filter((field) -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
			.map((field) -> type.cast(ReflectionUtils.getField(field, null)))
			.toList();
	}

}
