package io.contacthub.emulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * A query made up at random, as text and as what it means, both of which know nothing of
 * each other.
 *
 * @param text the simple or combined query
 * @param meaning tells whether a customer is one of those that are asked for
 */
record RandomQuery(String text, Predicate<JsonNode> meaning) {

	static final Predicate<JsonNode> ANY = (customer) -> true;

	/**
	 * Source of queries.
	 */
	static final class Source {

		private final Random random;

		private final List<Instant> registrations;

		private final Set<String> loggedIn;

		/**
		 * Create a source.
		 * @param registrations times that customers were registered at
		 * @param loggedIn ids of the customers with an event of that type
		 */
		Source(Random random, List<Instant> registrations, Set<String> loggedIn) {
			this.random = random;
			this.registrations = registrations;
			this.loggedIn = loggedIn;
		}

		/**
		 * Make up a query of any kind.
		 */
		RandomQuery query(int depth) {
			if (depth == 0 || this.random.nextInt(3) > 0) {
				return (this.random.nextInt(8) > 0) ? simple(condition(2)) : did();
			}
			List<RandomQuery> queries = several(() -> query(depth - 1));
			String conjunction = pick("INTERSECT", "UNION", "EXCEPT");
			return new RandomQuery(
					"{'type':'combined','conjunction':'" + conjunction + "','queries':" + texts(queries) + "}",
					combined(conjunction, queries.stream().map(RandomQuery::meaning).toList()));
		}

		/**
		 * Narrow a query to a range of registrations, as who reads page after page does.
		 */
		RandomQuery narrowed(RandomQuery query) {
			List<RandomQuery> queries = new ArrayList<>(List.of(query, simple(registration())));
			if (this.random.nextBoolean()) {
				queries.add(simple(registration()));
			}
			return new RandomQuery("{'type':'combined','conjunction':'INTERSECT','queries':" + texts(queries) + "}",
					combined("INTERSECT", queries.stream().map(RandomQuery::meaning).toList()));
		}

		RandomQuery simple(RandomQuery condition) {
			return new RandomQuery("{'type':'simple','are':{'condition':" + condition.text() + "}}",
					condition.meaning());
		}

		private RandomQuery did() {
			return new RandomQuery(
					"{'type':'simple','did':{'event':{'name':'loggedIn'},'condition':{'type':'atomic','attribute':"
							+ "'context','operator':'EQUALS','value':'WEB'},'timeframe':{'type':'atomic','attribute':"
							+ "'date','operator':'GT','value':0}}}",
					(customer) -> this.loggedIn.contains(customer.path("id").stringValue()));
		}

		private RandomQuery condition(int depth) {
			if (depth == 0 || this.random.nextBoolean()) {
				return this.random.nextBoolean() ? registration() : other();
			}
			List<RandomQuery> conditions = several(() -> condition(depth - 1));
			String conjunction = pick("and", "or");
			return new RandomQuery(
					"{'type':'composite','conjunction':'" + conjunction + "','conditions':" + texts(conditions) + "}",
					combined(conjunction, conditions.stream().map(RandomQuery::meaning).toList()));
		}

		private RandomQuery other() {
			String letter = pick("a", "b", "c");
			return switch (this.random.nextInt(5)) {
				case 0 -> atomic("base.firstName", "EQUALS", "'" + letter + "'",
						(customer) -> letter.equals(customer.at("/base/firstName").asString("")));
				case 1 -> atomic("base.firstName", "NOT_EQUALS", "'" + letter + "'",
						(customer) -> !letter.equals(customer.at("/base/firstName").asString("")));
				case 2 ->
					atomic("base.firstName", "IS_NULL", "''", (customer) -> customer.at("/base/firstName").isNull());
				case 3 -> atomic("enabled", "EQUALS", "false", (customer) -> !customer.path("enabled").booleanValue());
				default -> atomic("externalId", "IN", "['1','2','3']",
						(customer) -> Set.of("1", "2", "3").contains(customer.path("externalId").asString("")));
			};
		}

		private RandomQuery registration() {
			Operand one = operand();
			Operand two = operand();
			String operator = pick("GT", "GTE", "GTE", "LT", "LT", "LTE", "BETWEEN", "EQUALS", "NOT_EQUALS",
					"IS_NOT_NULL", "IN");
			return switch (operator) {
				case "BETWEEN" -> atomic("registeredAt", operator, "[" + one.text() + "," + two.text() + "]",
						(customer) -> one.meets(customer, (order) -> order >= 0)
								&& two.meets(customer, (order) -> order <= 0));
				case "NOT_EQUALS" -> atomic("registeredAt", operator, one.text(),
						(customer) -> !one.meets(customer, (order) -> order == 0));
				case "IN" -> atomic("registeredAt", operator, "[" + one.text() + "," + two.text() + "]",
						(customer) -> one.meets(customer, (order) -> order == 0)
								|| two.meets(customer, (order) -> order == 0));
				case "IS_NOT_NULL" -> atomic("registeredAt", operator, "''", ANY);
				default -> atomic("registeredAt", operator, one.text(),
						(customer) -> one.meets(customer, (order) -> switch (operator) {
							case "GT" -> order > 0;
							case "GTE" -> order >= 0;
							case "LT" -> order < 0;
							case "LTE" -> order <= 0;
							default -> order == 0;
						}));
			};
		}

		private Operand operand() {
			Instant registration = this.registrations.get(this.random.nextInt(this.registrations.size()));
			Instant moment = registration.plusMillis(this.random.nextInt(3) - 1);
			return switch (this.random.nextInt(9)) {
				case 0 -> new Operand("" + moment.toEpochMilli(), moment, null);
				case 1 -> new Operand("'" + moment.atOffset(ZoneOffset.ofHours(-3)) + "'", moment, null);
				case 2 -> {
					Instant day = moment.truncatedTo(ChronoUnit.DAYS);
					yield new Operand("'" + day.toString().substring(0, 10) + "'", day, null);
				}
				case 3 -> new Operand("'" + moment.plusNanos(1) + "'", moment.plusNanos(1), null);
				case 4 -> {
					String text = pick("2019", "2020-02", "now", "", DateFormats.write(moment).substring(0, 18));
					yield text.isEmpty() ? new Operand("1.5", null, null) : new Operand("'" + text + "'", null, text);
				}
				default -> new Operand("'" + DateFormats.write(moment) + "'", moment, null);
			};
		}

		private RandomQuery atomic(String attribute, String operator, String value, Predicate<JsonNode> meaning) {
			return new RandomQuery("{'type':'atomic','attribute':'" + attribute + "','operator':'" + operator
					+ "','value':" + value + "}", meaning);
		}

		private List<RandomQuery> several(Supplier<RandomQuery> source) {
			List<RandomQuery> queries = new ArrayList<>();
			for (int left = 1 + this.random.nextInt(3); left > 0; left--) {
				queries.add(source.get());
			}
			return queries;
		}

		private static String texts(List<RandomQuery> queries) {
			return queries.stream().map(RandomQuery::text).collect(Collectors.joining(",", "[", "]"));
		}

		private static Predicate<JsonNode> combined(String conjunction, List<Predicate<JsonNode>> parts) {
			return switch (conjunction) {
				case "UNION", "or" -> (customer) -> parts.stream().anyMatch((part) -> part.test(customer));
				case "EXCEPT" -> (customer) -> parts.get(0).test(customer)
						&& parts.subList(1, parts.size()).stream().noneMatch((part) -> part.test(customer));
				default -> (customer) -> parts.stream().allMatch((part) -> part.test(customer));
			};
		}

		private String pick(String... texts) {
			return texts[this.random.nextInt(texts.length)];
		}

	}

	/**
	 * What a registration is compared with.
	 *
	 * @param text as it is written in a query
	 * @param moment the moment, null if it is none
	 * @param plain the text, null if it is none: then nothing is before or after it
	 */
	private record Operand(String text, Instant moment, String plain) {

		boolean meets(JsonNode customer, IntPredicate expected) {
			String registered = customer.path("registeredAt").stringValue();
			if (this.moment != null) {
				return expected.test(Objects.requireNonNull(DateFormats.dateTime(registered)).compareTo(this.moment));
			}
			return this.plain != null && expected.test(registered.compareTo(this.plain));
		}

	}

}
