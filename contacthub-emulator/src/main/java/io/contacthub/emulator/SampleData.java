package io.contacthub.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * Made-up customers and events to fill a workspace with: the n-th customer is always the
 * same, whatever came before.
 */
final class SampleData {

	private static final String[] FIRST_NAMES = { "Ada", "Bruno", "Carla", "Dario", "Elena", "Fabio", "Giulia", "Hugo",
			"Irene", "Jonas", "Katia", "Luca", "Marta", "Nico", "Olga", "Paolo", "Rita", "Sandro", "Teresa", "Viola" };

	private static final String[] LAST_NAMES = { "Bianchi", "Conti", "De Luca", "Esposito", "Ferrari", "Galli",
			"Keller", "Lombardi", "Marino", "Novak", "Olsen", "Peters", "Ricci", "Santoro", "Valenti", "Weber",
			"Zanetti" };

	private static final String[][] CITIES = { { "Milano", "MI", "20121", "Italy" },
			{ "Torino", "TO", "10121", "Italy" }, { "Bologna", "BO", "40121", "Italy" },
			{ "Napoli", "NA", "80132", "Italy" }, { "Lugano", "TI", "6900", "Switzerland" },
			{ "Vienna", "W", "1010", "Austria" } };

	private static final String[] TAGS = { "newsletter", "vip", "outlet", "wine", "running", "prospect" };

	private static final String[] COMPANIES = { "Officine Esempio", "Studio Verde", "Campione & Figli", "Muster AG" };

	private static final String[] JOBS = { "Engineer", "Teacher", "Designer", "Nurse", "Accountant" };

	private static final Instant FIRST_DAY = Instant.parse("2025-01-01T08:00:00Z");

	private final String nodeId;

	private final CustomerRegistry customers;

	private final EventRegistry events;

	private int count;

	SampleData(String nodeId, CustomerRegistry customers, EventRegistry events) {
		this.nodeId = nodeId;
		this.customers = customers;
		this.events = events;
	}

	/**
	 * Make the next customers.
	 * @param number how many
	 * @param customer takes each customer
	 * @param event takes each event
	 */
	void make(int number, Consumer<ObjectNode> customer, Consumer<StoredEvent> event) {
		for (int made = 0; made < number; made++) {
			this.count++;
			Random random = new Random(this.count * 31L);
			UUID id = UUID.nameUUIDFromBytes(("customer " + this.count).getBytes(StandardCharsets.UTF_8));
			ObjectNode document = StoredObject.of(this.customers.make(id, customer(this.count, random)));
			customer.accept(document);
			makeEvents(document, random, event);
		}
	}

	void clear() {
		this.count = 0;
	}

	private ObjectNode customer(int number, Random random) {
		String firstName = pick(FIRST_NAMES, random);
		String lastName = pick(LAST_NAMES, random);
		String mailbox = (firstName + "." + lastName.replace(" ", "") + "." + number).toLowerCase(Locale.ROOT);
		ObjectNode customer = Json.object()
			.put("nodeId", this.nodeId)
			.put("externalId", String.format(Locale.ROOT, "C%05d", number));
		ObjectNode base = customer.putObject("base")
			.put("firstName", firstName)
			.put("lastName", lastName)
			.put("dob", LocalDate.of(1945, 1, 1).plusDays(random.nextInt(60 * 365)).toString())
			.put("locale", "it_IT")
			.put("timezone", "Europe/Rome");
		base.putObject("contacts")
			.put("email", mailbox + "@example.com")
			.put("mobilePhone", "+39 555 " + (100000 + random.nextInt(900000)));
		String[] city = CITIES[random.nextInt(CITIES.length)];
		base.putObject("address")
			.put("street", "Via Esempio " + (1 + random.nextInt(120)))
			.put("city", city[0])
			.put("province", city[1])
			.put("zip", city[2])
			.put("country", city[3]);
		if (number % 4 != 0) {
			customer.putObject("tags").putArray("manual").add(pick(TAGS, random));
		}
		addDetails(customer, number);
		return customer;
	}

	/**
	 * Add what only some customers have, without changing what they have otherwise.
	 */
	private static void addDetails(ObjectNode customer, int number) {
		Random random = new Random(number * 37L + 1);
		ObjectNode base = (ObjectNode) customer.get("base");
		String since = DateFormats.write(FIRST_DAY.minus(Duration.ofDays(random.nextInt(400))));
		if (random.nextInt(10) < 7) {
			boolean agrees = random.nextInt(4) > 0;
			ObjectNode consents = customer.putObject("consents");
			consents.putObject("disclaimer").put("date", since).put("version", "v1.0");
			ObjectNode automatic = consents.putObject("marketing").putObject("automatic");
			automatic.putObject("email").put("status", agrees);
			automatic.putObject("sms").put("status", agrees && random.nextBoolean());
			if (agrees && random.nextBoolean()) {
				base.putArray("subscriptions")
					.addObject()
					.put("id", "newsletter")
					.put("name", "Newsletter")
					.put("type", "NEWSLETTER")
					.put("kind", "DIGITAL_MESSAGE")
					.put("subscribed", true)
					.put("startDate", since);
			}
		}
		if (random.nextInt(3) == 0) {
			base.putArray("jobs")
				.addObject()
				.put("id", "job")
				.put("companyName", pick(COMPANIES, random))
				.put("jobTitle", pick(JOBS, random))
				.put("isCurrent", true);
		}
	}

	private void makeEvents(ObjectNode customer, Random random, Consumer<StoredEvent> consumer) {
		Instant date = FIRST_DAY.plus(Duration.ofMinutes(random.nextInt(300 * 24 * 60)));
		int number = 2 + random.nextInt(4);
		SampleEvent[] samples = SampleEvent.values();
		for (int event = 0; event < number; event++) {
			date = date.plus(Duration.ofMinutes(5 + random.nextInt(3 * 24 * 60)));
			ObjectNode body = samples[random.nextInt(samples.length)].body(1 + random.nextInt(40));
			body.put("date", DateFormats.write(date)).set("customerId", customer.get("id"));
			consumer.accept(this.events.make(body, Duration.ZERO).withCustomer(customer));
		}
	}

	private static String pick(String[] values, Random random) {
		return values[random.nextInt(values.length)];
	}

}
