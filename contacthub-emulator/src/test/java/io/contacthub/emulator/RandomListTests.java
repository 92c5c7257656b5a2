package io.contacthub.emulator;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that compare pages of customers with those that come out of all customers when
 * they are filtered, sorted and cut one after the other.
 */
@DisplayName("Whatever customers there are, and however they are asked for,")
class RandomListTests {

	private static final Instant FIRST = Instant.parse("2019-12-31T23:59:59.000Z");

	private static final Comparator<JsonNode> REGISTERED = by("/registeredAt", 1);

	private static final Map<String, Comparator<JsonNode>> ORDERS = orders();

	private final SettableClock clock = new SettableClock();

	private final Set<String> loggedIn = new HashSet<>();

	private final List<Instant> registrations = new ArrayList<>(List.of(FIRST, this.clock.instant()));

	private List<JsonNode> all = List.of();

	private int lastNumber;

	private static Map<String, Comparator<JsonNode>> orders() {
		Map<String, Comparator<JsonNode>> orders = new LinkedHashMap<>();
		orders.put("", (left, right) -> 0);
		orders.put("registeredAt,asc", REGISTERED);
		orders.put("registeredAt", REGISTERED);
		orders.put("registeredAt,ASC", REGISTERED);
		orders.put("registeredAt,desc", by("/registeredAt", -1));
		orders.put("base.firstName,desc", by("/base/firstName", -1));
		orders.put("registeredAt,asc;base.firstName,asc", REGISTERED.thenComparing(by("/base/firstName", 1)));
		orders.put("base.firstName,asc;registeredAt,asc", by("/base/firstName", 1).thenComparing(REGISTERED));
		return orders;
	}

	private static Comparator<JsonNode> by(String pointer, int sign) {
		return (left, right) -> {
			boolean isLeft = left.at(pointer).isString();
			boolean isRight = right.at(pointer).isString();
			return (isLeft && isRight)
					? sign * left.at(pointer).stringValue().compareTo(right.at(pointer).stringValue())
					: Boolean.compare(isRight, isLeft);
		};
	}

	@ParameterizedTest(name = "seed {0}")
	@DisplayName("a page has the customers that a plain filter and sort put there, and their number")
	@ValueSource(longs = { 1, 2 })
	void pageIsThatOfFilterAndSort(long seed) {
		Random random = new Random(seed);
		RandomQuery.Source source = new RandomQuery.Source(random, this.registrations, this.loggedIn);
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().clock(this.clock).start()) {
			ApiClient api = ApiClient.of(emulator);
			List<RandomQuery> queries = new ArrayList<>();
			for (int round = 0; round < 25; round++) {
				change(emulator, api, random);
				this.all = all(emulator, api);
				for (int number = 0; number < 40; number++) {
					RandomQuery query = source.query(2);
					if (queries.size() < 6) {
						queries.add(query);
					}
					else if (random.nextBoolean()) {
						query = source.narrowed(queries.get(random.nextInt(6)));
					}
					assertPage(emulator, api, random, query);
				}
			}
		}
	}

	private void assertPage(ContactHubEmulator emulator, ApiClient api, Random random, RandomQuery query) {
		String sort = List.copyOf(ORDERS.keySet()).get(random.nextInt(ORDERS.size()));
		boolean isQuery = random.nextInt(8) > 0;
		List<JsonNode> expected = this.all.stream()
			.filter(isQuery ? query.meaning() : RandomQuery.ANY)
			.sorted(ORDERS.get(sort))
			.toList();
		int size = 1 + random.nextInt(15);
		int page = random.nextInt(expected.size() / size + 2);
		List<String> parameters = new ArrayList<>(
				List.of("nodeId", emulator.nodeId(), "size", "" + size, "page", "" + page));
		if (isQuery) {
			parameters.addAll(List.of("query", "{\"query\":" + query.text().replace('\'', '"') + "}"));
		}
		for (String part : sort.isEmpty() ? new String[0] : sort.split(";")) {
			parameters.addAll(List.of("sort", part));
		}
		JsonNode response = api.get("/customers", parameters.toArray(String[]::new)).json();
		int from = Math.min(page * size, expected.size());
		assertThat(response.at("/elements").values()).as("%s", parameters)
			.containsExactlyElementsOf(expected.subList(from, Math.min(from + size, expected.size())));
		assertThat(response.at("/page/totalElements").intValue()).as("%s", parameters).isEqualTo(expected.size());
	}

	private static List<JsonNode> all(ContactHubEmulator emulator, ApiClient api) {
		List<JsonNode> all = new ArrayList<>();
		for (int page = 0, pages = 1; page < pages; page++) {
			JsonNode response = api.get("/customers", "nodeId", emulator.nodeId(), "size", "50", "page", "" + page)
				.json();
			all.addAll(response.at("/elements").values());
			pages = response.at("/page/totalPages").intValue();
		}
		return all;
	}

	private void change(ContactHubEmulator emulator, ApiClient api, Random random) {
		switch ((this.lastNumber == 0) ? 0 : random.nextInt(6)) {
			case 0 -> load(emulator, random, (this.lastNumber == 0) ? 600 : random.nextInt(100));
			case 1 -> create(emulator, api, random);
			case 2 -> emulator.populate(random.nextInt(10), random.nextLong());
			case 3 -> this.all.stream()
				.filter((customer) -> random.nextInt(30) == 0)
				.forEach((customer) -> api.delete("/customers/" + customer.path("id").stringValue()));
			case 4 -> this.all.stream()
				.filter((customer) -> random.nextInt(30) == 0)
				.forEach((customer) -> api.patch("/customers/" + customer.path("id").stringValue(),
						"{'enabled':" + random.nextBoolean() + ",'base':{'firstName':" + firstName(random) + "}}"));
			default -> emulator.populate(1 + random.nextInt(5));
		}
	}

	/**
	 * Loads customers that were registered in any order, several of them within a
	 * millisecond.
	 */
	private void load(ContactHubEmulator emulator, Random random, int number) {
		StringBuilder lines = new StringBuilder();
		for (int count = 0; count <= number; count++) {
			String id = "c" + ++this.lastNumber;
			Instant registered = FIRST.plusMillis(random.nextInt(2000));
			this.registrations.add(registered);
			lines.append("{'id':'" + id + "','nodeId':'" + emulator.nodeId() + "','externalId':'" + random.nextInt(9)
					+ "','enabled':" + random.nextBoolean() + ",'registeredAt':'" + registered
					+ "','base':{'firstName':" + firstName(random) + "}}\n");
			if (random.nextInt(4) == 0) {
				this.loggedIn.add(id);
				lines.append("{'customerId':'" + id
						+ "','type':'loggedIn','context':'WEB','date':'2020-01-01T00:00:00Z','properties':{}}\n");
			}
		}
		emulator.seed(new StringReader(lines.toString().replace('\'', '"')));
	}

	private void create(ContactHubEmulator emulator, ApiClient api, Random random) {
		this.clock.forward(Duration.ofMillis(random.nextInt(3)));
		this.registrations.add(this.clock.instant());
		for (int count = 0; count < 10; count++) {
			api.post("/customers", "{'nodeId':'" + emulator.nodeId() + "','externalId':'x" + ++this.lastNumber
					+ "','base':{'firstName':" + firstName(random) + "}}");
		}
	}

	private static String firstName(Random random) {
		String name = List.of("a", "b", "c", "").get(random.nextInt(4));
		return name.isEmpty() ? "null" : "'" + name + "'";
	}

}
