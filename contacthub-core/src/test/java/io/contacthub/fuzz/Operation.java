package io.contacthub.fuzz;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.contacthub.ManagedCustomer;
import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Education;
import io.contacthub.customer.Job;
import io.contacthub.customer.Like;
import io.contacthub.customer.SessionId;
import io.contacthub.customer.Subscription;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * All that an application can ask for.
 */
enum Operation implements Call {

	FIND_BY_ID((customers) -> customers.findById("c1"), Seed.CUSTOMER),

	GET_BY_ID((customers) -> customers.getById("c1"), Seed.CUSTOMER),

	FIND_BY_EXTERNAL_ID((customers) -> customers.findByExternalId("e1"), Seed.LAST_CUSTOMER_PAGE),

	FIND_ALL_BY_EXTERNAL_ID((customers) -> customers.findAllByExternalId("e1"), Seed.CUSTOMER_PAGE,
			Seed.LAST_CUSTOMER_PAGE),

	FIND_ALL((customers) -> customers.findAll(PageRequest.of(0, 50)), Seed.CUSTOMER_PAGE, Seed.LAST_CUSTOMER_PAGE),

	FIND_SOME((customers) -> customers.findAllByExternalId("e1", PageRequest.of(0, 50)), Seed.CUSTOMER_PAGE,
			Seed.LAST_CUSTOMER_PAGE),

	FIND_ALL_PROJECTED((customers) -> customers.findAll(Query.all(), PageRequest.of(1, 2, Sort.by("base.lastName")),
			Projection.of(CustomerFields.ID)), Seed.CUSTOMER_PAGE, Seed.LAST_CUSTOMER_PAGE),

	STREAM((customers) -> list(customers.stream()), Seed.CUSTOMER_PAGE, Seed.LAST_CUSTOMER_PAGE),

	STREAM_PROJECTED(
			(customers) -> list(
					customers.stream(Query.all(), Sort.by("base.lastName"), Projection.of(CustomerFields.ID))),
			Seed.CUSTOMER_PAGE, Seed.LAST_CUSTOMER_PAGE),

	COUNT((customers) -> customers.count(Query.all()), Seed.LAST_CUSTOMER_PAGE),

	INSERT((customers) -> customers.insert(Customer.builder().externalId("e1").build()), Seed.CUSTOMER),

	UPSERT((customers) -> customers.upsert(Customer.builder().externalId("e1").build()), Seed.CUSTOMER, Seed.CONFLICT),

	REPLACE((customers) -> customers.replace(Customer.builder().id("c1").extra("x").build()), Seed.CUSTOMER),

	PATCH((customers) -> customers.patch("c1", (patch) -> patch.set("extra", "x")), Seed.CUSTOMER),

	PATCH_NOTHING((customers) -> customers.patch("c1", CustomerPatch.builder().build()), Seed.CUSTOMER),

	DELETE_BY_ID((customers) -> {
		customers.deleteById("c1");
		return "deleted";
	}, Seed.EMPTY, Seed.CUSTOMER),

	ADD_TAG((customers) -> customers.addTag("c1", "new"), Seed.CUSTOMER),

	REMOVE_TAG((customers) -> customers.removeTag("c1", "m1"), Seed.CUSTOMER),

	FIND_SOURCES((customers) -> customers.findSources("c1"), Seed.SOURCES),

	FIND_SOURCE((customers) -> customers.findSource("c1", "src1"), Seed.SOURCE),

	FIND_SESSIONS((customers) -> customers.sessions("c1").findAll(), Seed.SESSIONS, Seed.BARE_SESSIONS),

	FIND_SESSION((customers) -> customers.sessions("c1").findById("i1"), Seed.SESSION),

	ADD_SESSION((customers) -> customers.addSession("c1", SessionId.of("s1")), Seed.SESSION),

	ADD_SESSION_IF_ABSENT((customers) -> customers.sessions("c1").addIfAbsent(SessionId.of("s1")), Seed.SESSIONS,
			Seed.SESSION),

	DELETE_SESSION((customers) -> customers.sessions("c1").delete(SessionId.of("s1")), Seed.SESSIONS, Seed.EMPTY),

	GET_EDUCATION((customers) -> customers.educations("c1").getById("ed1"), Seed.EDUCATION),

	INSERT_EDUCATION((customers) -> customers.educations("c1").insert(Education.builder().id("ed1").build()),
			Seed.EDUCATION),

	REPLACE_JOB((customers) -> customers.jobs("c1").replace(Job.builder().id("j1").build()), Seed.JOB),

	INSERT_LIKE((customers) -> customers.likes("c1").insert(Like.builder().id("l1").build()), Seed.LIKE),

	FIND_SUBSCRIPTION((customers) -> customers.subscriptions("c1").findById("s1"), Seed.SUBSCRIPTION),

	REPLACE_SUBSCRIPTION((customers) -> customers.subscriptions("c1").replace(Subscription.builder().id("s1").build()),
			Seed.SUBSCRIPTION),

	DELETE_SUBSCRIPTION((customers) -> {
		customers.subscriptions("c1").deleteById("s1");
		return "deleted";
	}, Seed.EMPTY),

	ADD_EVENT(Source.EVENTS, (node) -> node.events().add(Source.EVENT), Seed.ACCEPTED, Seed.EMPTY),

	FIND_EVENT(Source.EVENTS, (node) -> node.events().findById("e1"), Seed.EVENT, Seed.ORDER),

	FIND_EVENTS(Source.EVENTS, (node) -> node.events().findByCustomerId("c1", PageRequest.of(0, 50)), Seed.EVENT_PAGE,
			Seed.LAST_EVENT_PAGE),

	STREAM_EVENTS(Source.EVENTS, (node) -> list(node.events().stream(EventFilter.ofNode())), Seed.EVENT_PAGE,
			Seed.LAST_EVENT_PAGE),

	REPLACE_EVENT(Source.EVENTS, (node) -> {
		Instant now = Instant.parse("2017-01-01T00:00:00Z");
		node.events().replace(Source.EVENT.with((event) -> event.id("e1").registeredAt(now).updatedAt(now)));
		return "replaced";
	}, Seed.EMPTY, Seed.EVENT),

	DELETE_EVENT(Source.EVENTS, (node) -> {
		node.events().deleteById("e1");
		return "deleted";
	}, Seed.EMPTY),

	MANAGE(Source.NODE, (node) -> {
		ManagedCustomer customer = node.customer("c1");
		// to change a customer without an id, or with a broken one, is wrong use
		if (customer.id() != null && customer.id().matches("[a-z0-9-]{1,40}")) {
			customer.edit((value) -> value.withExtra("changed")).patch();
		}
		return customer.get();
	}, Seed.CUSTOMER),

	OWN_INTERFACE(Source.NODE, (node) -> node.workspace().client().createApi(OwnApi.class).get("s1"), Seed.SESSION,
			Seed.CUSTOMER);

	private final Function<Node, Object> call;

	private final List<Seed> seeds;

	Operation(Function<CustomerRepository, Object> call, Seed... seeds) {
		this(Source.CUSTOMERS, (node) -> call.apply(node.customers()), seeds);
	}

	Operation(Source source, Function<Node, Object> call, Seed... seeds) {
		this.call = call;
		this.seeds = List.of(seeds);
	}

	@Override
	public List<String> documents() {
		return this.seeds.stream().map(Seed::document).toList();
	}

	@Override
	public Object make(Node node) {
		return this.call.apply(node);
	}

	private static <T> List<T> list(Stream<T> stream) {
		try (stream) {
			return stream.toList();
		}
	}

	/**
	 * What is called.
	 */
	private enum Source {

		CUSTOMERS, EVENTS, NODE;

		static final Event EVENT = Event.builder()
			.customerId("c1")
			.type(EventType.LOGGED_IN)
			.context(EventContext.WEB)
			.build();

	}

	/** An operation without a method in the library. */
	interface OwnApi {

		@GetExchange("/segments/{id}")
		Map<String, Object> get(@PathVariable String id);

	}

}
