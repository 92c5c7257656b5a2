package io.contacthub.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import io.contacthub.query.Criterion;
import io.contacthub.query.Field;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.query.parser.Part;
import org.springframework.util.Assert;
import org.springframework.util.ObjectUtils;

/**
 * The keywords in the names of methods for which ContactHub has an operator, and what
 * they are compared with.
 */
enum Keyword {

	IS(Compared.ANYTHING, 1, (field, values) -> field.eq(values.next()), Part.Type.SIMPLE_PROPERTY),

	NOT(Compared.ANYTHING, 1, (field, values) -> field.ne(values.next()), Part.Type.NEGATING_SIMPLE_PROPERTY),

	GREATER_THAN(Compared.ORDERED, 1, (field, values) -> field.gt(next(field, values)), Part.Type.GREATER_THAN,
			Part.Type.AFTER),

	GREATER_THAN_EQUAL(Compared.ORDERED, 1, (field, values) -> field.gte(next(field, values)),
			Part.Type.GREATER_THAN_EQUAL),

	LESS_THAN(Compared.ORDERED, 1, (field, values) -> field.lt(next(field, values)), Part.Type.LESS_THAN,
			Part.Type.BEFORE),

	LESS_THAN_EQUAL(Compared.ORDERED, 1, (field, values) -> field.lte(next(field, values)), Part.Type.LESS_THAN_EQUAL),

	BETWEEN(Compared.ORDERED, 2, (field, values) -> field.between(next(field, values), next(field, values)),
			Part.Type.BETWEEN),

	IN(Compared.SEVERAL, 1, (field, values) -> field.in(all(field, values)), Part.Type.IN),

	NOT_IN(Compared.SEVERAL, 1, (field, values) -> field.notIn(all(field, values)), Part.Type.NOT_IN),

	IS_NULL(Compared.NOTHING, 0, (field, values) -> field.isNull(), Part.Type.IS_NULL),

	IS_NOT_NULL(Compared.NOTHING, 0, (field, values) -> field.isNotNull(), Part.Type.IS_NOT_NULL),

	CONTAINING(Compared.ELEMENT, 1, (field, values) -> field.asList().contains(next(field, values)),
			Part.Type.CONTAINING),

	NOT_CONTAINING(Compared.ELEMENT, 1, (field, values) -> field.asList().doesNotContain(next(field, values)),
			Part.Type.NOT_CONTAINING),

	TRUE(Compared.TRUTH, 0, (field, values) -> field.eq(true), Part.Type.TRUE),

	FALSE(Compared.TRUTH, 0, (field, values) -> field.eq(false), Part.Type.FALSE),

	LIKE(Compared.TEXT, 1, (field, values) -> field.like(String.valueOf(next(field, values))), Part.Type.LIKE);

	private static final Map<Part.Type, Keyword> BY_TYPE = new EnumMap<>(Part.Type.class);

	static {
		for (Keyword keyword : values()) {
			keyword.types.forEach((type) -> BY_TYPE.put(type, keyword));
		}
	}

	private final Compared compared;

	private final int arguments;

	private final Operator operator;

	private final List<Part.Type> types;

	Keyword(Compared compared, int arguments, Operator operator, Part.Type... types) {
		this.compared = compared;
		this.arguments = arguments;
		this.operator = operator;
		this.types = List.of(types);
	}

	/**
	 * Return the keyword of a type, or {@code null} when ContactHub has no operator for
	 * it.
	 */
	static @Nullable Keyword of(Part.Type type) {
		return BY_TYPE.get(type);
	}

	Compared compared() {
		return this.compared;
	}

	int arguments() {
		return this.arguments;
	}

	/**
	 * Return the condition with the next of the values.
	 */
	Condition condition(Field<Object> field, Iterator<? extends @Nullable Object> values) {
		if (this.compared == Compared.SEVERAL) {
			Collection<Object> several = all(field, values);
			if (several.isEmpty()) {
				return (this == IN) ? Condition.NOBODY : Condition.EVERYBODY;
			}
			return Condition.of(this.operator.criterion(field, List.<Object>of(several).iterator()));
		}
		return Condition.of(this.operator.criterion(field, values));
	}

	private static Object next(Field<?> field, Iterator<? extends @Nullable Object> values) {
		return given(field.toString(), values.next());
	}

	private static Collection<Object> all(Field<?> field, Iterator<? extends @Nullable Object> values) {
		return all(next(field, values));
	}

	/**
	 * Return a value that must be given.
	 */
	static Object given(String property, @Nullable Object value) {
		Assert.notNull(value, () -> "value for '" + property + "' is null: give one");
		return value;
	}

	/**
	 * Return the elements of a collection or array, or the value itself.
	 */
	static Collection<Object> all(Object value) {
		if (value instanceof Iterable<?> several) {
			return StreamSupport.stream(several.spliterator(), false).<Object>map((one) -> one).toList();
		}
		return value.getClass().isArray() ? Arrays.asList(ObjectUtils.toObjectArray(value)) : List.of(value);
	}

	/**
	 * What a property is compared with.
	 */
	enum Compared {

		ANYTHING, ORDERED, SEVERAL, NOTHING, ELEMENT, TRUTH, TEXT

	}

	/**
	 * How the keyword becomes a criterion.
	 */
	private interface Operator {

		Criterion criterion(Field<Object> field, Iterator<? extends @Nullable Object> values);

	}

}
