package io.contacthub.query;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import io.contacthub.json.DocumentDeserializer;
import io.contacthub.json.DocumentSerializer;
import io.contacthub.json.Jackson2Refusal;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.util.Assert;

/**
 * A condition on the fields of one customer. Criteria come from the methods of
 * {@link Field}, and are combined to any depth.
 */
@JsonIdentityInfo(generator = Jackson2Refusal.class)
@JsonSerialize(using = Criterion.Serializer.class)
@JsonDeserialize(using = Criterion.Deserializer.class)
public final class Criterion implements Serializable {

	private final @Nullable String conjunction;

	private final List<Criterion> conditions;

	private final Map<String, ? extends @Nullable Object> document;

	private Criterion(@Nullable String conjunction, List<Criterion> conditions,
			Map<String, ? extends @Nullable Object> document) {
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
	 * Return the criterion that a document describes.
	 * @return the criterion, or {@code null} when this library would not have sent the
	 * document
	 */
	static @Nullable Criterion read(@Nullable Object document) {
		if (!(document instanceof JsonObject properties)) {
			return null;
		}
		if ("atomic".equals(properties.get("type"))) {
			boolean complete = properties.get("attribute") instanceof String
					&& properties.get("operator") instanceof String;
			return complete ? new Criterion(null, List.of(), properties) : null;
		}
		if (!"composite".equals(properties.get("type"))
				|| !(properties.get("conjunction") instanceof String conjunction)
				|| !(properties.get("conditions") instanceof List<?> documents)) {
			return null;
		}
		List<Criterion> conditions = new ArrayList<>();
		for (Object condition : documents) {
			Criterion criterion = read(condition);
			if (criterion == null) {
				return null;
			}
			conditions.add(criterion);
		}
		return new Criterion(conjunction, List.copyOf(conditions), properties);
	}

	/**
	 * Require that both criteria are met.
	 * @param other the other criterion
	 * @return a criterion; {@code a.and(b).and(c)} is one list of three
	 */
	public Criterion and(Criterion other) {
		return combine("and", other);
	}

	/**
	 * Require that one of the criteria is met.
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
	 * Return the criterion as it is sent.
	 * @return an unmodifiable map
	 */
	Map<String, ? extends @Nullable Object> toMap() {
		return this.document;
	}

	private Object writeReplace() {
		return new Serialized(JsonObject.copyOf(this.document));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Criterion criterion
				&& Objects.equals(Members.comparable(criterion.document), Members.comparable(this.document));
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(Members.comparable(this.document));
	}

	/**
	 * Return the fields and operators; values may be personal.
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

	/**
	 * The form in which a criterion is serialized by Java.
	 *
	 * @param document the criterion as it is sent
	 */
	private record Serialized(JsonObject document) implements Serializable {

		private Object readResolve() {
			return Objects.requireNonNull(read(this.document));
		}

	}

	/**
	 * Serializer that writes a criterion as it is sent.
	 */
	static final class Serializer extends DocumentSerializer<Criterion> {

		Serializer() {
			super(Criterion.class);
		}

		@Override
		protected Object document(Criterion value) {
			return value.document;
		}

	}

	/**
	 * Deserializer that reads a criterion as it is sent.
	 */
	static final class Deserializer extends DocumentDeserializer<Criterion> {

		Deserializer() {
			super(Criterion.class);
		}

		@Override
		protected Criterion value(Object document) {
			Criterion criterion = read(document);
			if (criterion == null) {
				throw unexpected(document, "an object of type atomic or composite");
			}
			return criterion;
		}

	}

}
