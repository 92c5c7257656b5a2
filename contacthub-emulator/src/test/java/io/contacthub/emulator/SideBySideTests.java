package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests that come at the same time: each look together with the change that
 * rests on it is one step.
 */
@DisplayName("When requests come at the same time,")
class SideBySideTests extends AbstractEmulatorTests {

	private static final int THREADS = 16;

	private static final int ROUNDS = 15;

	private static ExecutorService threads;

	@BeforeAll
	static void startThreads() {
		threads = Executors.newFixedThreadPool(THREADS);
	}

	@AfterAll
	static void stopThreads() throws InterruptedException {
		threads.shutdownNow();
		assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	@DisplayName("one of several equal customers is created")
	void oneOfEqualCustomersIsCreated() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			String email = "'base':{'contacts':{'email':'" + round + "@example.com'}}";
			List<Response> responses = atOnce((thread) -> create(email));
			assertThat(responses).extracting(Response::status).containsOnlyOnce(201).containsOnly(201, 409);
			String id = responses.stream()
				.filter((response) -> response.status() == 201)
				.findFirst()
				.orElseThrow()
				.id();
			assertThat(responses).filteredOn((response) -> response.status() == 409)
				.allMatch((response) -> id.equals(response.at("/data/customer/id").stringValue()));
		}
		assertThat(total()).isEqualTo(ROUNDS);
	}

	@Test
	@DisplayName("customers are compared by one policy or the other, and none is forgotten while it changes")
	void policyChangesAsAWhole() throws Exception {
		String policy = "/configuration/unique-customer-matching-policy";
		String byEmail = "{'properties':['base.contacts.email'],'caseSensitive':true}";
		String byExternalId = "{'properties':['externalId'],'caseSensitive':true}";
		for (int round = 0; round < ROUNDS; round++) {
			String number = "-" + round;
			String change = (round % 2 == 0) ? byExternalId : byEmail;
			List<Response> responses = atOnce(
					(thread) -> (thread == 0) ? api.put(policy, change) : create("'externalId':'" + thread % 3 + number
							+ "','base':{'contacts':{'email':'" + thread % 4 + number + "@example.com'}}"));
			assertThat(responses).extracting(Response::status).containsOnly(200, 201, 409);
		}
		api.put(policy, byEmail);
		Map<String, String> first = new LinkedHashMap<>();
		for (int page = 0; page * 50 < total(); page++) {
			api.get("/customers", "nodeId", node(), "size", "50", "page", String.valueOf(page))
				.at("/elements")
				.forEach((customer) -> first.putIfAbsent(customer.at("/base/contacts/email").stringValue(),
						customer.path("id").stringValue()));
		}
		assertThat(first).hasSizeGreaterThanOrEqualTo(ROUNDS);
		first
			.forEach((email,
					id) -> assertThat(create("'externalId':'x','base':{'contacts':{'email':'" + email + "'}}")
						.at("/data/customer/id")
						.stringValue()).isEqualTo(id));
	}

	@Test
	@DisplayName("changes of different members of a customer are all kept, each with a time of its own")
	void changesAreKept() throws Exception {
		String id = createId("'externalId':'1','extended':{'a':1}");
		List<String> times = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			String name = "m" + round + "x";
			List<Response> responses = atOnce(
					(thread) -> api.patch("/customers/" + id, "{'extended':{'" + name + thread + "':" + thread + "}}"));
			responses.forEach((response) -> times.add(response.at("/updatedAt").stringValue()));
		}
		JsonNode customer = api.get("/customers/" + id).json();
		assertThat(customer.path("extended").size()).isEqualTo(1 + ROUNDS * THREADS);
		assertThat(times).doesNotHaveDuplicates();
		assertThat(customer.path("updatedAt").stringValue())
			.isEqualTo(times.stream().sorted().toList().get(times.size() - 1));
	}

	@Test
	@DisplayName("likes of a customer are all kept, and one of several with the same id")
	void itemsAreKept() throws Exception {
		String likes = "/customers/" + createId("'externalId':'1'") + "/likes";
		List<Response> different = atOnce((thread) -> api.post(likes, "{'id':'" + thread + "'}"));
		assertThat(different).extracting(Response::status).containsOnly(200);
		assertThat(api.get(likes.replace("/likes", "")).at("/base/likes").size()).isEqualTo(THREADS);
		for (int round = 0; round < ROUNDS; round++) {
			String same = "{'id':'same" + round + "'}";
			assertThat(atOnce((thread) -> api.post(likes, same))).extracting(Response::status)
				.containsOnlyOnce(200)
				.containsOnly(200, 400);
		}
	}

	@Test
	@DisplayName("a session brings back all events, whether they came before it or after")
	void sessionBringsBackAllEvents() throws Exception {
		String id = createId("'externalId':'1'");
		for (int round = 0; round < ROUNDS; round++) {
			String session = "s" + round;
			atOnce((thread) -> (thread == 0) ? api.post("/customers/" + id + "/sessions", "{'value':'" + session + "'}")
					: api.post("/events", bringBack("SESSION_ID", session)));
		}
		JsonNode page = api.get("/events", "customerId", id, "size", "50").at("/page");
		assertThat(page.path("totalElements").intValue()).isEqualTo(ROUNDS * (THREADS - 1));
	}

	@Test
	@DisplayName("events of an unknown external id create one customer")
	void oneCustomerIsCreatedForAnExternalId() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			String externalId = "e" + round;
			atOnce((thread) -> api.post("/events", bringBack("EXTERNAL_ID", externalId)));
		}
		assertThat(total()).isEqualTo(ROUNDS);
	}

	@Test
	@DisplayName("a customer and an event are deleted by one of those who try")
	void oneDeletes() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			String id = createId("'externalId':'1'");
			String event = api
				.post("/events", "{'customerId':'" + id + "','type':'loggedIn','context':'WEB','properties':{}}")
				.id();
			assertThat(atOnce((thread) -> api.delete("/events/" + event))).extracting(Response::status)
				.containsOnlyOnce(204)
				.containsOnly(204, 404);
			assertThat(atOnce((thread) -> api.delete("/customers/" + id))).extracting(Response::status)
				.containsOnlyOnce(200)
				.containsOnly(200, 404);
		}
	}

	@Test
	@DisplayName("an event of a customer who is being deleted does not stay behind")
	void eventsGoWithTheirCustomer() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			String id = createId("'externalId':'1'");
			String event = "{'customerId':'" + id + "','type':'loggedIn','context':'WEB','properties':{}}";
			atOnce((thread) -> (thread == 0) ? api.delete("/customers/" + id) : api.post("/events", event));
		}
		assertThat(api.get("/events", "nodeId", node()).at("/page/totalElements").intValue()).isZero();
	}

	@Test
	@DisplayName("a page is complete and in order while customers come and go")
	void pagesAreNeverBroken() throws Exception {
		whileWriting(() -> {
			String id = createId("'externalId':'1'");
			create("'externalId':'2'");
			api.patch("/customers/" + id, "{'extra':'x'}");
			api.delete("/customers/" + id);
		}, () -> {
			JsonNode list = api.get("/customers", "nodeId", node(), "size", "50").json();
			int total = list.at("/page/totalElements").intValue();
			assertThat(list.path("elements").size()).isEqualTo(Math.min(50, total));
			assertThat(list.path("elements").findValuesAsString("registeredAt")).isSorted();
			assertThat(list.path("elements").values().stream().map((customer) -> customer.path("id").stringValue()))
				.doesNotHaveDuplicates();
		});
	}

	@Test
	@DisplayName("made-up customers come all at once")
	void populationIsSeenAsAWhole() throws Exception {
		whileWriting(() -> emulator.populate(60), () -> assertThat(total() % 60).isZero());
		assertThat(total()).isEqualTo(4 * ROUNDS * 60);
	}

	/**
	 * Reads in most threads while one of them writes.
	 */
	private static void whileWriting(Runnable write, Runnable read) throws Exception {
		AtomicBoolean isWriting = new AtomicBoolean(true);
		atOnce((thread) -> {
			if (thread == 0) {
				try {
					for (int round = 0; round < 4 * ROUNDS; round++) {
						write.run();
					}
				}
				finally {
					isWriting.set(false);
				}
			}
			while (isWriting.get()) {
				read.run();
			}
			return thread;
		});
	}

	private static <T> List<T> atOnce(IntFunction<T> task) throws Exception {
		CyclicBarrier start = new CyclicBarrier(THREADS);
		List<Callable<T>> tasks = new ArrayList<>();
		for (int thread = 0; thread < THREADS; thread++) {
			int number = thread;
			tasks.add(() -> {
				start.await();
				return task.apply(number);
			});
		}
		List<T> results = new ArrayList<>();
		for (Future<T> result : threads.invokeAll(tasks)) {
			results.add(result.get());
		}
		return results;
	}

	private static String bringBack(String type, String value) {
		return "{'bringBackProperties':{'type':'" + type + "','value':'" + value + "','nodeId':'" + node()
				+ "'},'type':'loggedIn','context':'WEB','properties':{}}";
	}

	private static int total() {
		return api.get("/customers", "nodeId", node()).at("/page/totalElements").intValue();
	}

}
