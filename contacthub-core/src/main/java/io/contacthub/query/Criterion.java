package io.contacthub.query;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
 * {@link Field}, and are combined to any depth. <pre class="code">{@code
 * Criterion adult = BASE.DOB.lte(LocalDate.now().minusYears(18));
 * Criterion near = BASE.ADDRESS.CITY.in(List.of("Milan", "Monza"));
 * Query query = where(adult.and(near.or(TAGS.MANUAL.contains("vip"))));
 * }</pre>
 */
@JsonIdentityInfo(generator = Jackson2Refusal.class)
@JsonSerialize(using = Criterion.Serializer.class)
@JsonDeserialize(using = Criterion.Deserializer.class)
public final class Criterion implements Serializable {

	private static final String TYPE = "type";

	private static final String ATOMIC = "atomic";

	private static final String ATTRIBUTE = "attribute";

	private static final String OPERATOR = "operator";

	private static final String COMPOSITE = "composite";

	private static final String CONJUNCTION = "conjunction";

	private static final String CONDITIONS = "conditions";

	private static final Set<String> COMPOSITE_MEMBERS = Set.of(TYPE, CONJUNCTION, CONDITIONS);

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
		document.put(TYPE, ATOMIC);
		document.put(ATTRIBUTE, field.path());
		document.put(OPERATOR, operator);
		if (value != null) {
			document.put("value", value);
		}
		return new Criterion(null, List.of(), document);
	}

	/**
	 * Return the criterion that a document describes. One that this library would not
	 * have sent is a criterion of its own, of which nothing is known but the document.
	 */
	static Criterion of(JsonObject document) {
		List<Criterion> conditions = new ArrayList<>();
		if (COMPOSITE.equals(document.get(TYPE)) && document.get(CONJUNCTION) instanceof String conjunction
				&& document.get(CONDITIONS) instanceof List<?> documents) {
			for (Object condition : documents) {
				if (condition instanceof JsonObject properties) {
					conditions.add(of(properties));
				}
			}
			if (conditions.size() == documents.size()) {
				return new Criterion(conjunction, List.copyOf(conditions), document);
			}
		}
		return new Criterion(null, List.of(), document);
	}

	/**
	 * Return whether this library could have sent the criterion.
	 */
	private boolean isKnown() {
		if (this.conjunction != null) {
			return this.conditions.stream().allMatch(Criterion::isKnown);
		}
		return ATOMIC.equals(this.document.get(TYPE)) && this.document.get(ATTRIBUTE) instanceof String
				&& this.document.get(OPERATOR) instanceof String;
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
			if (operand.isListOf(with)) {
				all.addAll(operand.conditions);
			}
			else {
				all.add(operand);
			}
		}
		Map<String, Object> composite = new LinkedHashMap<>();
		composite.put(TYPE, COMPOSITE);
		composite.put(CONJUNCTION, with);
		composite.put(CONDITIONS, all.stream().map(Criterion::toMap).toList());
		return new Criterion(with, List.copyOf(all), composite);
	}

	/**
	 * Return whether the criterion is its list of conditions and nothing else, so that
	 * nothing is lost when they are taken out.
	 */
	private boolean isListOf(String with) {
		return with.equals(this.conjunction) && !this.conditions.isEmpty()
				&& this.document.keySet().equals(COMPOSITE_MEMBERS);
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
			return isKnown() ? this.document.get(ATTRIBUTE) + " " + this.document.get(OPERATOR) : unknownText();
		}
		return this.conditions.stream()
			.map(Criterion::toString)
			.reduce((one, other) -> one + " " + this.conjunction + " " + other)
			.map((text) -> "(" + text + ")")
			.orElse("");
	}

	private String unknownText() {
		Object shown = this.document.get(ATOMIC.equals(this.document.get(TYPE)) ? OPERATOR : TYPE);
		return (shown instanceof String text) ? text : "unknown";
	}

	/**
	 * The form in which a criterion is serialized by Java.
	 *
	 * @param document the criterion as it is sent
	 */
	private record Serialized(JsonObject document) implements Serializable {

		private Object readResolve() {
			return of(this.document);
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
			if (document instanceof JsonObject properties) {
				Criterion criterion = of(properties);
				if (criterion.isKnown()) {
					return criterion;
				}
			}
			throw unexpected(document, "an object of type atomic or composite");
		}

	}

}
