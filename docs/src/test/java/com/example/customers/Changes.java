package com.example.customers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.contacthub.ManagedCustomer;
import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerItemRepository;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Job;
import io.contacthub.customer.Session;
import io.contacthub.customer.SessionId;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Field;
import tools.jackson.databind.json.JsonMapper;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.TAGS;

/**
 * Changes of customers, one of each kind.
 */
class Changes {

	private final Node node;

	private final CustomerRepository customers;

	Changes(Node node) {
		this.node = node;
		this.customers = node.customers();
	}

	Customer between(String id) {
		// tag::between[]
		Customer before = this.customers.getById(id);
		Customer after = before.withExtra("called on Monday")
			.withBase(
					(base) -> base.withContacts((contacts) -> contacts.withEmail("ann@example.org")).withoutAddress());
		Customer stored = this.customers.patch(id, CustomerPatch.between(before, after));
		// end::between[]
		return stored;
	}

	Customer map(String id) {
		// tag::map[]
		// a list is replaced as a whole
		Customer stored = this.customers.patch(id,
				Map.of("base", Map.of("firstName", "Anna"), "tags", Map.of("manual", List.of("vip"))));
		// end::map[]
		return stored;
	}

	ManagedCustomer managed(String id) {
		// tag::managed[]
		ManagedCustomer customer = this.node.customer(id); // GET
		customer.edit((c) -> c.withExtra("called on Monday")); // nothing is sent
		customer.edit((c) -> c.withBase((base) -> base.withLastName("Bianchi")));
		customer.patch(); // PATCH of these two members; nothing without changes
		customer.addTag("called"); // GET and PATCH of the tags
		// end::managed[]
		return customer;
	}

	void tags(String id) {
		// tag::tags[]
		this.customers.addTag(id, "vip"); // nothing is written when it is there already
		this.customers.removeTag(id, "vip"); // TagNotFoundException when it is not there
		// all at once
		this.customers.patch(id, (patch) -> patch.set(TAGS.MANUAL, List.of("member", "milano")));
		// end::tags[]
	}

	List<Session> sessions(String id, SessionId visitor) {
		// tag::sessions[]
		// the id of a session is ContactHub's, its value is yours
		Session session = this.customers.addSession(id, visitor);
		List<Session> all = this.customers.sessions(id).findAll();
		this.customers.sessions(id).deleteById(session.id());
		// lists them first, to find the id
		boolean there = this.customers.sessions(id).delete(visitor);
		// end::sessions[]
		return there ? List.of() : all;
	}

	Job items(String id) {
		// tag::items[]
		CustomerItemRepository<Job> jobs = this.customers.jobs(id); // no request
		Job job = Job.builder().id("1").companyName("Acme").startDate(LocalDate.of(2020, 1, 1)).isCurrent(true).build();
		jobs.upsert(job);
		jobs.replace(job.withJobTitle("Head of sales"));
		Job stored = jobs.getById("1");
		jobs.deleteById("1");
		// end::items[]
		return stored;
	}

	Customer extended(String id) {
		// tag::extended[]
		Customer customer = this.customers.patch(id, (patch) -> patch.set(Field.extended("loyalty", "points"), 120)
			.set(Field.extended("loyalty", "level"), "gold"));
		Object points = customer.extended().at("loyalty", "points"); // 120
		Loyalty loyalty = customer.extendedAs(Profile.class).loyalty();
		// one member of it; what else "loyalty" has stays
		Customer stored = this.customers.patch(id,
				(patch) -> patch.set(Field.extended("loyalty", "points"), loyalty.points() + 10));
		// end::extended[]
		return points.equals(120) ? stored : customer;
	}

	Customer extendedBetween(String id) {
		// tag::extended-between[]
		Customer before = this.customers.getById(id);
		JsonObject loyalty = (JsonObject) before.extended().getOrDefault("loyalty", JsonObject.of());
		Customer after = before.withExtended("loyalty", loyalty.with("level", "platinum"));
		Customer stored = this.customers.patch(id, CustomerPatch.between(before, after));
		// end::extended-between[]
		return stored;
	}

	static Customer unknown(Customer customer) {
		// tag::unknown[]
		// a member that this library does not know
		Object value = customer.base().unknown().get("newProperty");
		Customer changed = customer
			.withBase((base) -> base.withUnknown(base.unknown().with("newProperty", "changed").without("oldProperty")));
		// end::unknown[]
		return (value != null) ? changed : customer;
	}

	Customer dates(String id, Instant now) {
		// tag::dates[]
		// a dob takes the date of a date-time; a date-time is sent in UTC, with
		// milliseconds
		Customer customer = this.customers.patch(id,
				(patch) -> patch.set(BASE.DOB, now.atZone(ZoneId.of("Europe/Rome")))
					.set("consents.disclaimer.date", now.minus(Duration.ofDays(1))));
		// end::dates[]
		return customer;
	}

	static Customer kept(Customer customer) {
		// tag::kept[]
		// any of Jackson 3, such as that of your application
		JsonMapper mapper = JsonMapper.builder().build();
		String json = mapper.writeValueAsString(customer);
		Customer read = mapper.readValue(json, Customer.class);
		// end::kept[]
		return read;
	}

	static String document(Customer customer) {
		// tag::document[]
		Map<String, Object> document = customer.toMap(); // a copy, yours to change
		// as the API writes it
		String json = ContactHubJson.mapper().writeValueAsString(customer);
		// end::document[]
		return document.isEmpty() ? "" : json;
	}

	// tag::profile[]
	record Profile(Loyalty loyalty) {
	}

	record Loyalty(Integer points, String level) {
	}
	// end::profile[]

}
