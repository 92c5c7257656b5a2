package io.contacthub.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.Workspace;
import io.contacthub.client.IllegalDocumentException;
import io.contacthub.configuration.EventConfiguration;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.TokenKind;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What is promised of documents that are checked before they are sent, by schemas that
 * the emulator gives.
 */
@DisplayName("With documents that are checked before they are sent one can")
class ValidationJourneyTests extends JourneyTests {

	private static final String TRUSTED = "trusted-token";

	private static final Event VISIT = Event.of(EventType.of("visited"))
		.withProperties(FreeEventProperties.of("stars", 5))
		.in(EventContext.WEB)
		.by(SessionId.of("3ac4c1d6-2d3b-4a0e-8d2b-0d3a4f1f0a11"));

	private static final Event WRONG_VISIT = VISIT.withProperties(FreeEventProperties.of("stars", "s3cret"));

	private static final Customer WRONG_CUSTOMER = Customer.builder()
		.externalId("1")
		.extended(JsonObject.of("points", "s3cret"))
		.build();

	/**
	 * The one thing that the client takes and the emulator does not: a date without an
	 * offset, which is one to the client when it reads, too.
	 */
	private static final String KNOWN_DIFFERENCE = " = \"2020-01-01T10:00:00\" is taken by the client";

	@TempDir
	static Path folder;

	@BeforeAll
	static void startWithSchemas() throws IOException {
		emulator.close();
		Path visited = Files.writeString(folder.resolve("visited.json"),
				"""
						{"$schema": "http://api.contactlab.it/hub#", "type": "object", "additionalProperties": false, "properties":
						{"stars": {"type": "integer", "contactlabProperties": {"label": "Stars"}}, "at": {"type": "string", "format": "date-time"}}}""");
		Path extended = Files.writeString(folder.resolve("extended.json"),
				"{\"type\": \"object\", \"properties\": {\"points\": {\"type\": \"number\"}}, \"additionalProperties\": false}");
		emulator = ContactHubEmulator.builder()
			.eventSchemas(visited)
			.extendedSchema(extended)
			.token(TRUSTED, TokenKind.TRUSTED)
			.start();
		node = connect(emulator);
	}

	private static ApplicationContextRunner application(String token, String... properties) {
		return new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("contacthub.workspace-id=" + emulator.workspaceId(), "contacthub.token=" + token,
					"contacthub.node-id=" + emulator.nodeId(), "contacthub.base-url=" + emulator.baseUrl())
			.withPropertyValues(properties);
	}

	private static void verifyPosts(int count, String path) {
		emulator.wireMock().verifyThat(count, WireMock.postRequestedFor(WireMock.urlPathMatching(".*" + path)));
	}

	@Test
	@DisplayName("have those refused that ContactHub would refuse, before they are sent")
	void reject() {
		application(emulator.token(), "contacthub.validation.events=reject", "contacthub.validation.customers=reject")
			.run((context) -> {
				EventRepository events = context.getBean(EventRepository.class);
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				assertThatExceptionOfType(IllegalDocumentException.class).isThrownBy(() -> events.add(WRONG_VISIT))
					.withMessage("POST /events was not sent: the properties of 'visited' do not fit the workspace's "
							+ "schema: /properties/stars must be of type integer and is a text");
				assertThatExceptionOfType(IllegalDocumentException.class)
					.isThrownBy(() -> customers.insert(WRONG_CUSTOMER))
					.withMessage("POST /customers was not sent: the extended properties do not fit the workspace's "
							+ "schema: /extended/points must be of type number and is a text");
				verifyPosts(0, "");
				events.add(VISIT);
				Customer stored = customers.insert(WRONG_CUSTOMER.withExtended(JsonObject.of("points", 7)));
				assertThatExceptionOfType(IllegalDocumentException.class)
					.isThrownBy(() -> customers.patch(stored.id(), (patch) -> patch.set("extended.other", 1)))
					.withMessageContaining("/extended/other is not in the schema");
				assertThat(customers.patch(stored.id(), (patch) -> patch.set("extended.points", 8)).extended())
					.containsEntry("points", 8);
			});
	}

	@Test
	@DisplayName("have them sent and judged by ContactHub, logged or not")
	void logOrOff() {
		for (String mode : new String[] { "log", "off" }) {
			application(emulator.token(), "contacthub.validation.events=" + mode,
					"contacthub.validation.customers=" + mode)
				.run((context) -> {
					assertThatExceptionOfType(DataIntegrityViolationException.class)
						.isThrownBy(() -> context.getBean(EventRepository.class).add(WRONG_VISIT));
					assertThatExceptionOfType(DataIntegrityViolationException.class)
						.isThrownBy(() -> context.getBean(CustomerRepository.class).insert(WRONG_CUSTOMER));
				});
		}
		verifyPosts(2, "/events");
		verifyPosts(2, "/customers");
		emulator.wireMock().verifyThat(2, WireMock.getRequestedFor(WireMock.urlPathMatching(".*/configuration/.*")));
	}

	@Test
	@DisplayName("change a schema, and it holds for what is sent later")
	void changeSchema() {
		application(emulator.token(), "contacthub.validation.customers=reject",
				"contacthub.validation.time-to-live=1ms")
			.run((context) -> {
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				Customer customer = WRONG_CUSTOMER.withExtended(JsonObject.of("level", "gold"));
				assertThatExceptionOfType(IllegalDocumentException.class).isThrownBy(() -> customers.insert(customer));
				context.getBean(Workspace.class)
					.configuration()
					.extendedProperties()
					.replace(JsonObject.of("type", "object", "properties",
							JsonObject.of("level", JsonObject.of("type", "string"))));
				Awaitility.await()
					.ignoreException(IllegalDocumentException.class)
					.until(() -> customers.insert(customer).extended().containsKey("level"));
			});
	}

	@Test
	@DisplayName("write all the same with a token that may not read the schemas, or give one that may")
	void needRights() {
		application(TRUSTED, "contacthub.validation.events=reject", "contacthub.validation.customers=reject")
			.run((context) -> {
				context.getBean(EventRepository.class).add(VISIT);
				assertThatExceptionOfType(DataIntegrityViolationException.class)
					.isThrownBy(() -> context.getBean(EventRepository.class).add(WRONG_VISIT));
				assertThatExceptionOfType(IllegalDocumentException.class)
					.isThrownBy(() -> context.getBean(CustomerRepository.class).insert(WRONG_CUSTOMER));
			});
		application(TRUSTED, "contacthub.validation.events=reject", "contacthub.validation.token=" + emulator.token())
			.run((context) -> assertThatExceptionOfType(IllegalDocumentException.class)
				.isThrownBy(() -> context.getBean(EventRepository.class).add(WRONG_VISIT)));
		verifyPosts(2, "/events");
	}

	@Test
	@DisplayName("publish them, and be told of those that were refused")
	void publish() {
		List<Throwable> told = new CopyOnWriteArrayList<>();
		application(emulator.token(), "contacthub.validation.events=reject")
			.withBean(EventPublisherListener.class, () -> (event, failure) -> told.add(failure))
			.run((context) -> {
				EventPublisher publisher = context.getBean(EventPublisher.class);
				publisher.publish(VISIT);
				publisher.publish(WRONG_VISIT);
				assertThat(publisher.flush(Duration.ofMinutes(1))).isTrue();
				assertThat(publisher.sent()).isEqualTo(1);
				assertThat(publisher.failed()).isEqualTo(1);
			});
		assertThat(told).singleElement().isInstanceOf(IllegalDocumentException.class);
		verifyPosts(1, "/events");
	}

	@Test
	@DisplayName("rely on it that client and ContactHub judge in the same way, each property of each type of events")
	void judgeInTheSameWay() {
		String customer = node.customers().insert(Customer.builder().externalId("1").build()).id();
		Set<String> differences = new TreeSet<>();
		List<String> judged = new ArrayList<>();
		application(emulator.token(), "contacthub.validation.events=reject").run((context) -> {
			EventApi checked = context.getBean(Workspace.class).client().createApi(EventApi.class);
			EventApi unchecked = node.workspace().client().createApi(EventApi.class);
			for (EventConfiguration type : node.workspace().configuration().events().findAll()) {
				JsonNode schema = ContactHubJson.mapper().valueToTree(type.propertiesSchema());
				documents(schema).forEach((change, properties) -> {
					Map<String, Object> event = Map.of("type", type.type().value(), "context", "WEB", "customerId",
							customer, "properties", properties);
					boolean fits = isTaken(checked, event, IllegalDocumentException.class);
					judged.add(change);
					if (fits != isTaken(unchecked, event, DataIntegrityViolationException.class)) {
						differences.add(type.type() + change + (fits ? " is taken" : " is refused") + " by the client");
					}
					assertThat(fits || !change.isEmpty()).as("%s as a whole", type.type()).isTrue();
				});
			}
		});
		assertThat(judged).hasSizeGreaterThan(500);
		assertThat(differences).hasSize(18).allMatch((difference) -> difference.endsWith(KNOWN_DIFFERENCE));
	}

	/**
	 * Return whether an event is taken by the client, or by ContactHub.
	 * @param refusal the exception when it is refused
	 */
	private static boolean isTaken(EventApi api, Map<String, Object> event, Class<? extends Exception> refusal) {
		Throwable failure = catchThrowable(() -> api.add(event));
		return !refusal.isInstance(failure);
	}

	/**
	 * Return documents by what is wrong with them: one that fits, with all properties,
	 * and others in each of which one value is another one.
	 */
	private static Map<String, ObjectNode> documents(JsonNode schema) {
		ObjectNode whole = (ObjectNode) Sample.of(schema);
		Map<String, ObjectNode> documents = new LinkedHashMap<>();
		documents.put("", whole);
		for (String pointer : Sample.pointers(whole, "")) {
			int name = pointer.lastIndexOf('/');
			for (JsonNode other : Sample.others(whole.at(pointer))) {
				ObjectNode changed = whole.deepCopy();
				if (changed.at(pointer.substring(0, name)) instanceof ObjectNode parent) {
					parent.set(pointer.substring(name + 1), other);
					documents.put(pointer + " = " + other, changed);
				}
			}
		}
		return documents;
	}

	/**
	 * Values as schemas describe them.
	 */
	private static final class Sample {

		private static final List<String> TEXTS = List.of("x", "2020-01-01T10:00:00.000+0000", "2020-01-01",
				"https://example.com", "Europe/Rome", "a@example.com", "1.2.3.4", "it_IT");

		static JsonNode of(JsonNode schema) {
			JsonNodeFactory nodes = JsonNodeFactory.instance;
			if (schema.path("enum").isArray()) {
				return schema.path("enum").get(0);
			}
			JsonNode type = schema.path("type").isArray() ? schema.path("type").get(0) : schema.path("type");
			return switch (type.asString("object")) {
				case "string" -> nodes.stringNode(text(schema));
				case "number", "integer" -> nodes.numberNode(1);
				case "boolean" -> nodes.booleanNode(true);
				case "array" -> nodes.arrayNode().add(of(schema.path("items")));
				default -> {
					ObjectNode object = nodes.objectNode();
					schema.path("properties").forEachEntry((name, member) -> object.set(name, of(member)));
					yield object;
				}
			};
		}

		private static String text(JsonNode schema) {
			Pattern pattern = Pattern.compile(schema.path("pattern").asString(""));
			return switch (schema.path("format").asString("")) {
				case "date-time" -> TEXTS.get(1);
				case "date" -> TEXTS.get(2);
				case "uri" -> TEXTS.get(3);
				case "timezone" -> TEXTS.get(4);
				default -> TEXTS.stream().filter((text) -> pattern.matcher(text).find()).findFirst().orElseThrow();
			};
		}

		/**
		 * Return values that may be wrong in the place of one that is right.
		 */
		static List<JsonNode> others(JsonNode value) {
			JsonNodeFactory nodes = JsonNodeFactory.instance;
			return switch (value.getNodeType()) {
				case STRING ->
					List.of(nodes.stringNode("not it"), nodes.stringNode("2020-01-01T10:00:00"), nodes.numberNode(1));
				case NUMBER -> List.of(nodes.stringNode("1"), nodes.numberNode(-1.5));
				case OBJECT -> List.of(nodes.stringNode("{}"), ((ObjectNode) value.deepCopy()).put("stranger", 1));
				default -> List.of(nodes.stringNode("[]"), nodes.arrayNode().add(nodes.arrayNode()));
			};
		}

		static List<String> pointers(JsonNode node, String pointer) {
			List<String> pointers = new ArrayList<>();
			if (node instanceof ObjectNode object) {
				object.forEachEntry((name, value) -> {
					pointers.add(pointer + "/" + name);
					pointers.addAll(pointers(value, pointer + "/" + name));
				});
			}
			else if (node.isArray()) {
				for (int i = 0; i < node.size(); i++) {
					pointers.addAll(pointers(node.get(i), pointer + "/" + i));
				}
			}
			return pointers;
		}

	}

	interface EventApi {

		@PostExchange("/events")
		ResponseEntity<Void> add(@RequestBody Map<String, Object> event);

	}

	/**
	 * The application.
	 */
	@EnableAutoConfiguration
	static class Application {

	}

}
