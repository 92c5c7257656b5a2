package io.contacthub.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Set;

import io.contacthub.json.OpenValue;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/**
 * Type of a property, and what it can be compared with.
 *
 * @param type the type, of a list that of its elements
 */
record PropertyType(Class<?> type) {

	private static final Set<Class<?>> FOR_DAYS = Set.of(LocalDate.class, LocalDateTime.class, OffsetDateTime.class,
			ZonedDateTime.class, String.class, Temporal.class);

	private static final Set<Class<?>> FOR_TIMES = Set.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class,
			LocalDate.class, String.class, Temporal.class);

	boolean isSimple() {
		return BeanUtils.isSimpleValueType(this.type) || OpenValue.class.isAssignableFrom(this.type);
	}

	boolean isNumber() {
		return isNumber(this.type);
	}

	boolean isDate() {
		return Temporal.class.isAssignableFrom(this.type);
	}

	boolean isBoolean() {
		return ClassUtils.resolvePrimitiveIfNecessary(this.type) == Boolean.class;
	}

	boolean isText() {
		return CharSequence.class.isAssignableFrom(this.type) || OpenValue.class.isAssignableFrom(this.type);
	}

	/**
	 * Return whether the property can be compared with values of a type.
	 */
	boolean accepts(Class<?> given) {
		if (given == Object.class || this.type == Object.class) {
			return true;
		}
		if (isDate()) {
			return ((this.type == LocalDate.class) ? FOR_DAYS : FOR_TIMES).contains(given);
		}
		if (isNumber()) {
			return isNumber(given);
		}
		return ClassUtils.isAssignable(this.type, given)
				|| (OpenValue.class.isAssignableFrom(this.type) && given == String.class);
	}

	private static boolean isNumber(Class<?> type) {
		return Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type));
	}

}
