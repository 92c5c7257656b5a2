package io.contacthub.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The customer that a made-up person is.
 */
final class GeneratedCustomer {

	private static final String[] LEVELS = { "basic", "silver", "gold" };

	/**
	 * Parts that are the same for many customers are one object, as there are many.
	 */
	private static final Map<String, StoredObject> SHARED = new ConcurrentHashMap<>();

	private final GeneratedPerson person;

	private final GeneratedNames names;

	private final GeneratedPeriod period;

	private final Dice dice;

	GeneratedCustomer(GeneratedPerson person, GeneratedNames names, GeneratedPeriod period, Dice dice) {
		this.person = person;
		this.names = names;
		this.period = period;
		this.dice = dice;
	}

	/**
	 * Return what a request sends to create the customer.
	 */
	ObjectNode body(String nodeId) {
		ObjectNode customer = Json.object();
		customer.put("nodeId", nodeId);
		customer.put("externalId", this.person.externalId());
		customer.set("base", base());
		if (this.dice.chance(40)) {
			customer.set("extended", extended());
		}
		customer.set("consents", consents());
		customer.set("tags", tags());
		return customer;
	}

	private ObjectNode base() {
		ObjectNode base = Json.object();
		base.put("prefix", this.person.country().prefix(this.person.woman()));
		base.put("firstName", this.person.firstName());
		base.put("lastName", this.person.lastName());
		base.put("gender", this.person.woman() ? "F" : "M");
		base.put("dob", this.person.birthday().toString());
		base.put("locale", this.person.country().locale().toString());
		base.put("timezone", this.person.country().timezone());
		base.set("contacts", contacts());
		base.set("address", address());
		if (this.dice.chance(20)) {
			base.putArray("educations").add(education());
		}
		if (this.dice.chance(25)) {
			base.putArray("jobs").add(job());
		}
		if (this.dice.chance(15)) {
			base.putArray("likes")
				.addObject()
				.put("id", "1")
				.put("category", "hobby")
				.put("name", this.names.hobby(this.dice))
				.put("createdTime", DateFormats.write(later()));
		}
		if (this.dice.chance(10)) {
			base.putObject("socialProfile").put("instagram", this.person.account());
		}
		if (this.person.newsletter()) {
			base.putArray("subscriptions").add(subscription());
		}
		return base;
	}

	private ObjectNode contacts() {
		ObjectNode contacts = Json.object().put("email", this.person.email());
		if (this.person.mobile()) {
			contacts.put("mobilePhone", this.person.country().mobilePhone(this.dice));
		}
		if (this.person.city().isCapital() && this.dice.chance(40)) {
			contacts.put("phone", this.person.country().phone(this.dice));
		}
		return contacts;
	}

	private ObjectNode address() {
		GeneratedCity city = this.person.city();
		ObjectNode address = Json.object().put("street", city.country().street(this.dice));
		address.put("city", city.name());
		address.put("province", city.province());
		address.put("region", city.region());
		address.put("zip", city.zip(this.dice));
		address.put("country", city.country().country());
		address.set("geo", city.geo());
		return address;
	}

	private ObjectNode education() {
		int start = this.person.birthday().getYear() + 19;
		int end = start + this.dice.between(3, 5);
		int now = LocalDate.ofInstant(this.period.end(), ZoneOffset.UTC).getYear();
		ObjectNode education = Json.object()
			.put("id", "1")
			.put("schoolType", "COLLEGE")
			.put("schoolName", "University of " + this.person.city().name())
			.put("startYear", Math.min(start, now));
		if (end <= now) {
			education.put("endYear", end);
		}
		return education.put("isCurrent", end > now);
	}

	private ObjectNode job() {
		LocalDate adult = this.person.birthday().plusYears(18);
		int days = (int) (LocalDate.ofInstant(this.period.end(), ZoneOffset.UTC).toEpochDay() - adult.toEpochDay());
		return Json.object()
			.put("id", "1")
			.put("companyIndustry", this.names.industry(this.dice))
			.put("companyName", this.names.company(this.person.country(), this.dice))
			.put("jobTitle", this.names.job(this.dice))
			.put("startDate", adult.plusDays(this.dice.between(0, Math.min(days, 6000))).toString())
			.put("isCurrent", true);
	}

	private ObjectNode subscription() {
		ObjectNode subscription = Json.object();
		subscription.put("id", "newsletter");
		subscription.put("name", "Newsletter");
		subscription.put("kind", "DIGITAL_MESSAGE");
		subscription.put("subscribed", true);
		subscription.put("startDate", DateFormats.write(this.person.registered()));
		subscription.putArray("preferences")
			.add(SHARED.computeIfAbsent(this.dice.chance(50) ? "weekly" : "monthly",
					(frequency) -> StoredObject.of(Json.object().put("key", "frequency").put("value", frequency))));
		return subscription;
	}

	private ObjectNode extended() {
		int level = (this.person.habit() == GeneratedHabit.REGULAR) ? 2 : (this.person.habit().isBuying() ? 1 : 0);
		ObjectNode loyalty = Json.object().put("card", String.valueOf(7000000 + this.person.number()));
		loyalty.put("level", LEVELS[level]);
		loyalty.put("points", this.dice.between(level * 500, level * 500 + 499));
		ObjectNode extended = Json.object();
		extended.set("loyalty", loyalty);
		return extended;
	}

	/**
	 * Return what the person agreed to, which is what the subscriptions are.
	 */
	private ObjectNode consents() {
		boolean profiling = this.dice.chance(50);
		ObjectNode consents = Json.object();
		consents.putObject("disclaimer").put("date", DateFormats.write(this.person.registered())).put("version", "1.0");
		boolean newsletter = this.person.newsletter();
		boolean sms = this.person.mobile() && this.dice.chance(30);
		consents.set("marketing", SHARED.computeIfAbsent("marketing " + newsletter + sms, (key) -> {
			ObjectNode marketing = Json.object();
			ObjectNode automatic = marketing.putObject("automatic");
			automatic.putObject("email").put("status", newsletter);
			automatic.putObject("sms").put("status", sms);
			return StoredObject.of(marketing);
		}));
		consents.set("profiling", SHARED.computeIfAbsent("profiling " + profiling, (key) -> {
			ObjectNode classic = Json.object();
			classic.putObject("classic").put("status", profiling);
			return StoredObject.of(classic);
		}));
		return consents;
	}

	private ObjectNode tags() {
		String habit = switch (this.person.habit()) {
			case REGULAR -> "vip";
			case BUYER, SHOPPER -> "buyer";
			case HESITANT -> "abandoned-cart";
			case VISITOR, READER -> "prospect";
		};
		boolean newsletter = this.person.newsletter();
		return SHARED.computeIfAbsent("tags " + habit + newsletter, (key) -> {
			ObjectNode tags = Json.object();
			ArrayNode manual = tags.putArray("manual");
			if (newsletter) {
				manual.add("newsletter");
			}
			tags.putArray("auto").add(habit);
			return StoredObject.of(tags);
		});
	}

	private Instant later() {
		long most = Duration.between(this.person.registered(), this.period.end()).toMinutes();
		return this.person.registered().plus(Duration.ofMinutes(this.dice.between(0, (int) most)));
	}

}
