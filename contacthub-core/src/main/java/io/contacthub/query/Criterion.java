package io.contacthub.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A condition on the fields of one customer. Criteria come from the methods of
 * {@link Field}, and are combined to any depth.
 */
public final class Criterion {

	private final @Nullable String conjunction;

	private final List<Criterion> conditions;

	private final Map<String, Object> document;

	private Criterion(@Nullable String conjunction, List<Criterion> conditions, Map<String, Object> document) {
		this.conjunction = conjunction;
		this.conditions = conditions;
		this.document = document;
	}

	static Criterion atomic(Field<?> field, String operator, @Nullable Object value) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("type", "atomic");
		document.put("attribute", field.path());
		document.put("operator", operator);
		if (value != null) {
			document.put("value", value);
		}
		return new Criterion(null, List.of(), document);
	}

	/**
	 * Both criteria must be met.
	 * @param other the other criterion
	 * @return a criterion; {@code a.and(b).and(c)} is one list of three
	 */
	public Criterion and(Criterion other) {
		return combine("and", other);
	}

	/**
	 * One of the criteria must be met.
	 * @param other the other criterion
	 * @return a criterion; {@code a.or(b).or(c)} is one list of three
	 */
	public Criterion or(Criterion other) {
		return combine("or", other);
	}

	private Criterion combine(String with, Criterion other) {
		Assert.notNull(other, "criterion is null: give a criterion");
		List<Criterion> all = new ArrayList<>();
		for (Criterion operand : List.of(this, other)) {
			if (with.equals(operand.conjunction)) {
				all.addAll(operand.conditions);
			}
			else {
				all.add(operand);
			}
		}
		Map<String, Object> composite = new LinkedHashMap<>();
		composite.put("type", "composite");
		composite.put("conjunction", with);
		composite.put("conditions", all.stream().map(Criterion::toMap).toList());
		return new Criterion(with, List.copyOf(all), composite);
	}

	/**
	 * The criterion as it is sent.
	 * @return an unmodifiable map
	 */
	Map<String, Object> toMap() {
		return this.document;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Criterion criterion && criterion.document.equals(this.document);
	}

	@Override
	public int hashCode() {
		return this.document.hashCode();
	}

	/**
	 * The fields and operators; values may be personal.
	 */
	@Override
	public String toString() {
		if (this.conjunction == null) {
			return this.document.get("attribute") + " " + this.document.get("operator");
		}
		return this.conditions.stream()
			.map(Criterion::toString)
			.reduce((one, other) -> one + " " + this.conjunction + " " + other)
			.map((text) -> "(" + text + ")")
			.orElse("");
	}

}
