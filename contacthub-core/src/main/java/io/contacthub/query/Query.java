package io.contacthub.query;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.DateTimes;
import io.contacthub.json.DocumentDeserializer;
import io.contacthub.json.DocumentSerializer;
import io.contacthub.json.Jackson2Refusal;
import io.contacthub.json.JsonObject;
import io.contacthub.json.JsonObjectValue;
import io.contacthub.json.Members;
import io.contacthub.json.OpenValue;
import io.contacthub.json.TemporalType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.util.Assert;

/**
 * Query of customers. <pre class="code">{@code
 * Query query = where(BASE.DOB.between(from, to)).and(TAGS.MANUAL.contains("newsletter"));
 * if (city != null) {
 *     query = query.and(BASE.ADDRESS.CITY.eq(city));
 * }
 * Page<Customer> page = customers.findAll(query, PageRequest.of(0, 50, BASE.LAST_NAME.asc()));
 * }</pre> {@code where} is {@link #where}; {@code BASE} and {@code TAGS} are constants of
 * {@code io.contacthub.customer.CustomerFields}. A query is a value: it is immutable, and
 * nothing is sent until a repository is asked for its results.
 * <p>
 * Criteria select by what one customer is. Queries are combined as sets of customers:
 * {@link #intersect}, {@link #union} and {@link #except}.
 */
@JsonIdentityInfo(generator = Jackson2Refusal.class)
@JsonSerialize(using = Query.Serializer.class)
@JsonDeserialize(using = Query.Deserializer.class)
public final class Query implements JsonObjectValue {

	private static final String NAME = "query";

	private static final JsonObject ALL = JsonObject.of(QueryDocument.TYPE, QueryDocument.SIMPLE);

	private static final Set<String> COMBINED_MEMBERS = Set.of(QueryDocument.TYPE, QueryDocument.CONJUNCTION,
			QueryDocument.QUERIES);

	private final @Nullable Criterion criterion;

	private final @Nullable Map<String, ? extends @Nullable Object> did;

	private final @Nullable String conjunction;

	private final List<Query> queries;

	/**
	 * The document as it was read or given, which may hold more than is known of it.
	 */
	private final @Nullable JsonObject source;

	private final boolean raw;

	private Query(@Nullable Criterion criterion, @Nullable Map<String, ? extends @Nullable Object> did) {
		this(criterion, did, null, List.of(), null, false);
	}

	Query(@Nullable Criterion criterion, @Nullable Map<String, ? extends @Nullable Object> did,
			@Nullable String conjunction, List<Query> queries, @Nullable JsonObject source, boolean raw) {
		this.criterion = criterion;
		this.did = did;
		this.conjunction = conjunction;
		this.queries = queries;
		this.source = source;
		this.raw = raw;
	}

	/**
	 * Return the query of any customer: the query to begin with when conditions are added
	 * only if there are any. Combined with another query or with a criterion it is that
	 * one alone.
	 * @return a query without conditions
	 */
	public static Query all() {
		return new Query(null, null);
	}

	/**
	 * Find customers that meet a criterion.
	 * @param criterion the criterion
	 * @return a query
	 */
	public static Query where(Criterion criterion) {
		Assert.notNull(criterion, "criterion is null: give a criterion, or use Query.all() for any customer");
		return new Query(criterion, null);
	}

	/**
	 * Find customers that did something, or to whom it was done, within some time.
	 * ContactHub has such conditions, but no example of one is known: try it before you
	 * rely on it.
	 * @param eventType the type of the event, such as {@code EventType.COMPLETED_ORDER}
	 * @param condition the condition on the event, with paths such as
	 * {@code properties.amount.total}
	 * @param from the beginning of the time, an {@code Instant}, a date-time with its
	 * zone or a {@code LocalDate}, sent as milliseconds since 1970
	 * @param to its end, likewise
	 * @return a query
	 */
	public static Query did(OpenValue eventType, Criterion condition, Temporal from, Temporal to) {
		Criterion timeframe = Field.field("date").between(milliseconds("from", from), milliseconds("to", to));
		return new Query(null, Map.of("event", Map.of("name", eventType.value()), "condition", condition.toMap(),
				"timeframe", timeframe.toMap()));
	}

	private static long milliseconds(String name, Temporal value) {
		Instant instant = DateTimes.parse(TemporalType.DATE_TIME.text(name, value));
		return Objects.requireNonNull(instant).toEpochMilli();
	}

	/**
	 * Return a query in the words of the API, for what this class has no method for.
	 * @param query the simple or combined query, with its {@code type}, without the
	 * container around it
	 * @return a query
	 */
	public static Query raw(Map<String, ? extends @Nullable Object> query) {
		Assert.notNull(query, "query is null: give a simple or combined query");
		Assert.isTrue(query.get("type") instanceof String,
				"query has no 'type': give a simple or combined query, without the container around it");
		return new Query(null, null, null, List.of(), JsonObject.copyOf(query), true);
	}

	/**
	 * Return the query that a document describes, such as that of a segment: one that can
	 * be narrowed and combined like any other. What this library does not know of it
	 * stays in it, where it is.
	 * @param document the simple or combined query, with or without the container around
	 * it
	 * @return a query
	 */
	public static Query of(Map<String, ? extends @Nullable Object> document) {
		Assert.notNull(document, "document is null: give a simple or combined query");
		return QueryDocument.read(JsonObject.copyOf(document));
	}

	/**
	 * Find customers that meet one more criterion.
	 * @param other the criterion
	 * @return a query
	 * @throws IllegalStateException when this query is combined, raw or of a kind that is
	 * not known: intersect it instead, which every query can be
	 */
	public Query and(Criterion other) {
		return simple((this.criterion != null) ? this.criterion.and(other) : other);
	}

	/**
	 * Find customers that meet the criteria so far or another one; the other one alone
	 * when there is none so far.
	 * @param other the criterion
	 * @return a query
	 * @throws IllegalStateException when this query is combined, raw, of a kind that is
	 * not known or asks for events only: unite it instead, which every query can be
	 */
	public Query or(Criterion other) {
		Assert.state(this.criterion != null || this.did == null,
				"The query has no criterion to which there could be another: unite it with where(...)");
		return simple((this.criterion != null) ? this.criterion.or(other) : other);
	}

	private Query simple(Criterion changed) {
		Assert.notNull(changed, "criterion is null: give a criterion");
		JsonObject source = this.source;
		Assert.state(this.conjunction == null && !this.raw && (source == null || QueryDocument.takesCriterion(source)),
				"A combined query takes no further criteria, nor does a raw one or one of a kind that is not known:"
						+ " use intersect(where(...)) or union(where(...))");
		return (source != null) ? QueryDocument.with(source, changed) : new Query(changed, this.did);
	}

	/**
	 * Find customers that this and another query have in common.
	 * @param other the other query
	 * @return a combined query; {@code a.intersect(b).intersect(c)} is one list of three;
	 * the other one when one of them has no condition
	 */
	public Query intersect(Query other) {
		return combine("INTERSECT", other, true);
	}

	/**
	 * Find customers that this or another query has. A query without conditions is one
	 * that has not been filled yet, not one that has all customers.
	 * @param other the other query
	 * @return a combined query; {@code a.union(b).union(c)} is one list of three; the
	 * other one when one of them has no condition
	 */
	public Query union(Query other) {
		return combine("UNION", other, true);
	}

	/**
	 * Find customers that this query has and another one has not.
	 * @param other the other query
	 * @return a combined query of two
	 * @throws IllegalArgumentException when one of the queries has no condition
	 */
	public Query except(Query other) {
		return combine("EXCEPT", other, false);
	}

	private Query combine(String with, Query other, boolean flat) {
		Assert.notNull(other, "query is null: use Query.all() for none");
		if (flat && (isAll() || other.isAll())) {
			return isAll() ? other : this;
		}
		List<Query> all = new ArrayList<>();
		for (Query operand : List.of(this, other)) {
			Assert.isTrue(!operand.isAll(),
					() -> "A query without conditions cannot be combined by " + with + ": begin it with where(...)");
			if (flat && operand.isListOf(with)) {
				all.addAll(operand.queries);
			}
			else {
				all.add(operand);
			}
		}
		return new Query(null, null, with, List.copyOf(all), null, false);
	}

	/**
	 * Return whether the query is its list of queries and nothing else, so that nothing
	 * is lost when they are taken out.
	 */
	private boolean isListOf(String with) {
		return with.equals(this.conjunction) && !this.queries.isEmpty()
				&& (this.source == null || this.source.keySet().equals(COMBINED_MEMBERS));
	}

	/**
	 * Return whether the query has no conditions.
	 * @return {@code true} when it stands for any customer
	 */
	public boolean isAll() {
		return this.criterion == null && this.did == null && this.conjunction == null
				&& (this.source == null || (!this.raw && this.source.equals(ALL)));
	}

	/**
	 * Return the query as it is sent in the parameter {@code query}.
	 * @return the text in JSON
	 * @throws IllegalStateException when the query has no conditions, so that there is
	 * nothing to send
	 */
	public String toJson() {
		Assert.state(!isAll(), "The query has no conditions");
		return ContactHubJson.mapper().writeValueAsString(container());
	}

	/**
	 * Return the query as a segment holds it, without the container around it.
	 * @return the simple or combined query, in the words of the API; one of type
	 * {@code simple} without conditions for any customer
	 */
	@Override
	public JsonObject toJsonObject() {
		return JsonObject.copyOf(document());
	}

	private Map<String, Object> container() {
		Map<String, Object> container = new LinkedHashMap<>();
		if (!isAll()) {
			container.put("name", NAME);
			container.put(QueryDocument.QUERY, document());
		}
		return container;
	}

	private Map<String, ? extends @Nullable Object> document() {
		if (this.source != null) {
			return this.source;
		}
		Map<String, Object> document = new LinkedHashMap<>();
		if (this.conjunction != null) {
			document.put(QueryDocument.TYPE, QueryDocument.COMBINED);
			document.put(QueryDocument.CONJUNCTION, this.conjunction);
			document.put(QueryDocument.QUERIES, this.queries.stream().map(Query::document).toList());
			return document;
		}
		document.put(QueryDocument.TYPE, QueryDocument.SIMPLE);
		if (this.criterion != null) {
			document.put(QueryDocument.ARE, Map.of(QueryDocument.CONDITION, this.criterion.toMap()));
		}
		if (this.did != null) {
			document.put(QueryDocument.DID, this.did);
		}
		return document;
	}

	private Object writeReplace() {
		return new Serialized(toJsonObject(), this.raw);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Query query
				&& Objects.equals(Members.comparable(query.document()), Members.comparable(document()));
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(Members.comparable(document()));
	}

	/**
	 * Return the fields and operators; values may be personal.
	 */
	@Override
	public String toString() {
		if (isAll()) {
			return "Query[all]";
		}
		if (this.conjunction != null) {
			return "Query[" + this.conjunction + " of " + this.queries + "]";
		}
		if (this.criterion != null) {
			return "Query[" + this.criterion + "]";
		}
		if (this.source == null || this.did != null) {
			return "Query[did]";
		}
		return "Query[" + (this.raw ? "raw" : QueryDocument.kind(this.source)) + "]";
	}

	/**
	 * The form in which a query is serialized by Java.
	 *
	 * @param document the query as it is sent, without the container around it
	 * @param raw whether it was given in the words of the API
	 */
	private record Serialized(JsonObject document, boolean raw) implements Serializable {

		private Object readResolve() {
			return this.raw ? Query.raw(this.document) : Query.of(this.document);
		}

	}

	/**
	 * Serializer that writes a query as it is sent, and one without conditions as an
	 * empty object.
	 */
	static final class Serializer extends DocumentSerializer<Query> {

		Serializer() {
			super(Query.class);
		}

		@Override
		protected Object document(Query value) {
			return value.container();
		}

	}

	/**
	 * Deserializer that reads a query as it is sent, with or without the container around
	 * it.
	 */
	static final class Deserializer extends DocumentDeserializer<Query> {

		Deserializer() {
			super(Query.class);
		}

		@Override
		protected Query value(Object document) {
			if (document instanceof JsonObject properties) {
				return QueryDocument.read(properties);
			}
			throw unexpected(document, "an object");
		}

	}

}
