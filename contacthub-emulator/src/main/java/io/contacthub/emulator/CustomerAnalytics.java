package io.contacthub.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Analytics of the customers, as lists show them.
 */
final class CustomerAnalytics {

	private static final String UNSET = "N/A";

	private static final List<String> AGES = List.of("> 64", "55-64", "45-54", "35-44", "25-34", "18-24", "< 18",
			UNSET);

	/** The least age of each range. */
	private static final int[] LEAST = { 65, 55, 45, 35, 25, 18 };

	private final CustomerStore store;

	private final LostCustomers lost;

	private final InstantSource clock;

	CustomerAnalytics(CustomerStore store, LostCustomers lost, InstantSource clock) {
		this.store = store;
		this.lost = lost;
		this.clock = clock;
	}

	/**
	 * Return when a customer was registered, in milliseconds.
	 */
	static long registeredAt(JsonNode customer) {
		Instant moment = DateFormats.dateTime(customer.path("registeredAt").asString(""));
		return (moment != null) ? moment.toEpochMilli() : Long.MIN_VALUE;
	}

	ObjectNode count(AnalyticsRequest request, String node) {
		return AnalyticsCounts.count(registered(request, node));
	}

	ObjectNode bySource(AnalyticsRequest request, String node) {
		return AnalyticsCounts.bySource(registered(request, node), (customer) -> {
			String source = Json.text(customer.path("sourceInfo"), "registeredBy");
			return (source != null) ? source : EmulatorSettings.SOURCE_ID;
		});
	}

	ObjectNode byTime(AnalyticsRequest request, String node) {
		return AnalyticsCounts.byTime(registered(request, node), CustomerAnalytics::registeredAt, request);
	}

	ObjectNode byGender(AnalyticsRequest request, String node) {
		return composition(request, node, "base.gender");
	}

	ObjectNode byCountry(AnalyticsRequest request, String node) {
		return composition(request, node, "base.address.country");
	}

	ObjectNode byCity(AnalyticsRequest request, String node) {
		String country = request.country();
		return AnalyticsCounts.composition(registered(request, node)
			.filter((customer) -> country == null || country.equalsIgnoreCase(label(customer, "base.address.country"))),
				(customer) -> label(customer, "base.address.city"));
	}

	ObjectNode byAge(AnalyticsRequest request, String node) {
		LocalDate today = request.period().timeOf(this.clock.millis()).toLocalDate();
		return AnalyticsCounts.composition(registered(request, node), (customer) -> age(customer, today), AGES);
	}

	private ObjectNode composition(AnalyticsRequest request, String node, String path) {
		return AnalyticsCounts.composition(registered(request, node), (customer) -> label(customer, path));
	}

	private static String label(ObjectNode customer, String path) {
		String text = Json.at(customer, path).asString("");
		return text.isEmpty() ? UNSET : text;
	}

	private static String age(ObjectNode customer, LocalDate today) {
		LocalDate birthday = DateFormats.date(Json.at(customer, "base.dob").asString(""));
		if (birthday == null) {
			return UNSET;
		}
		int age = Period.between(birthday, today).getYears();
		int range = 0;
		while (range < LEAST.length && age < LEAST[range]) {
			range++;
		}
		return AGES.get(range);
	}

	private Stream<ObjectNode> registered(AnalyticsRequest request, String node) {
		return this.store.listed(node)
			.stream()
			.map(StoredCustomer::document)
			.filter((customer) -> request.period().contains(registeredAt(customer)));
	}

	/**
	 * Return how many customers came and went in each period, and how many there were at
	 * its end.
	 */
	ObjectNode trend(AnalyticsRequest request, String node) {
		TimeBuckets buckets = request.buckets();
		List<StoredCustomer> present = this.store.listed(node);
		Set<String> ids = present.stream().map(StoredCustomer::id).collect(Collectors.toSet());
		Growth growth = new Growth(buckets);
		present.forEach((customer) -> growth.add(registeredAt(customer.document()), null));
		// those that lists still show are not lost yet
		this.lost.of(node)
			.stream()
			.filter((customer) -> !ids.contains(customer.id()))
			.forEach((customer) -> growth.add(customer.registeredAt(), customer.lostAt()));
		return growth.result();
	}

	/**
	 * Counts of those who come and go.
	 */
	private static final class Growth {

		private final TimeBuckets buckets;

		private final long[] come;

		private final long[] gone;

		private long before;

		Growth(TimeBuckets buckets) {
			this.buckets = buckets;
			this.come = new long[buckets.size() + 1];
			this.gone = new long[buckets.size() + 1];
		}

		/**
		 * Count a customer.
		 * @param from when it came
		 * @param until when it went, null if it is there
		 */
		void add(long from, @Nullable Long until) {
			count(from, 1, this.come);
			if (until != null) {
				count(until, -1, this.gone);
			}
		}

		private void count(long moment, int change, long[] counts) {
			int index = this.buckets.indexOf(moment);
			if (index < 0) {
				this.before += change;
			}
			else {
				counts[index]++;
			}
		}

		ObjectNode result() {
			ObjectNode result = Json.object();
			ArrayNode values = result.putArray("values");
			long total = this.before;
			for (int index = 0; index < this.buckets.size(); index++) {
				total += this.come[index] - this.gone[index];
				values.addObject()
					.put("time", this.buckets.label(index))
					.put("new", this.come[index])
					.put("lost", this.gone[index])
					.put("total", total);
			}
			return result;
		}

	}

}
