package io.contacthub.autoconfigure.validation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import io.contacthub.autoconfigure.ValidationMode;
import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.DocumentViolation;
import io.contacthub.client.IllegalDocumentException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SchemaValidator} and {@link SchemaCheck}.
 */
@DisplayName("The validator by schemas")
class SchemaValidatorTests {

	@RegisterExtension
	final LogExtension log = new LogExtension();

	private static final String WRONG_EVENT = "{'type':'viewedPage','properties':{'url':53233,'foo':'s3cret'}}";

	private final AtomicLong now = new AtomicLong();

	private final AtomicInteger readings = new AtomicInteger();

	private final Map<String, ObjectNode> schemas = new HashMap<>(Map.of("viewedPage",
			tree("{'properties':{'url':{'type':'string'}},'additionalProperties':false}"), WorkspaceSchemas.ONLY,
			tree("{'properties':{'points':{'type':'integer'},'card':{'required':['number'],'properties':{'number':{'type':'string'}}}},'required':['points']}")));

	private final SchemaValidator validator = validator(ValidationMode.REJECT);

	private static ObjectNode tree(String text) {
		return (ObjectNode) JsonSchemaTests.json(text);
	}

	private SchemaValidator validator(ValidationMode mode) {
		return new SchemaValidator(check(mode), check(mode));
	}

	private SchemaCheck check(ValidationMode mode) {
		return new SchemaCheck(mode, new SchemaCache(() -> {
			this.readings.incrementAndGet();
			return Map.copyOf(this.schemas);
		}, Duration.ofMinutes(10), Duration.ofMinutes(1), BackgroundExecutor.using(Runnable::run, (task) -> task),
				this.now::get, new SchemaReadings(SchemaSubject.EVENTS, "contacthub")));
	}

	private static Supplier<JsonNode> document(String text) {
		return () -> JsonSchemaTests.json(text);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			POST /events           | {'type':'viewedPage','properties':{'url':1}}       | /properties/url
			PUT /events/{id}       | {'type':'viewedPage','properties':{'url':1}}       | /properties/url
			PUT /events/{event-id} | {'type':'viewedPage','properties':{'url':null}}    | /properties/url
			POST /customers        | {'extended':{}}                                    | /extended/points
			POST /customers        | {'extended':{'points':null}}                       | /extended/points
			POST /customers        | {'extended':{'points':1,'card':{'number':null}}}   | /extended/card/number
			PUT /customers/{id}    | {'extended':{'points':'x'}}                        | /extended/points
			PATCH /customers/{id}  | {'extended':{'points':'x'}}                        | /extended/points
			PATCH /customers/{c}   | {'extended':{'card':{'number':1}}}                 | /extended/card/number
			""")
	@DisplayName("refuses events and customers that do not fit, whatever variables are called")
	void refuses(String operation, String document, String path) {
		assertThatExceptionOfType(IllegalDocumentException.class)
			.isThrownBy(() -> this.validator.validate(operation, document(document)))
			.satisfies((ex) -> {
				assertThat(ex.operation()).isEqualTo(operation);
				assertThat(ex.violations()).extracting(DocumentViolation::path).containsExactly(path);
			});
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			POST /events                    | {'type':'viewedPage','properties':{'url':'x'}}
			POST /events                    | {'type':'ofTheWorkspace','properties':{'url':1}}
			POST /events                    | {'type':'viewedPage'}
			POST /events                    | {'type':1,'properties':{'url':1}}
			POST /events                    | {'properties':{'url':1}}
			POST /customers                 | {'extended':{'points':1}}
			POST /customers                 | {'base':{'points':'x'}}
			POST /customers                 | {'extended':null}
			POST /customers                 | 'x'
			PATCH /customers/{id}           | {'extended':{'points':null}}
			PATCH /customers/{id}           | {'extended':{'other':1,'card':{}}}
			POST /customers/{id}/educations | {'extended':{'points':'x'}}
			POST /segments                  | {'type':'viewedPage','properties':{'url':1}}
			PATCH /events/{id}              | {'type':'viewedPage','properties':{'url':1}}
			""")
	@DisplayName("lets through what fits, what no schema is known for, and what a patch need not have")
	void letsThrough(String operation, String document) {
		assertThatCode(() -> this.validator.validate(operation, document(document))).doesNotThrowAnyException();
	}

	@Test
	@DisplayName("says what was not sent, and no value")
	void tellsNoValues() {
		assertThatExceptionOfType(IllegalDocumentException.class)
			.isThrownBy(() -> this.validator.validate("POST /events", document(WRONG_EVENT)))
			.withMessageStartingWith(
					"POST /events was not sent: the properties of 'viewedPage' do not fit the workspace's schema: ")
			.withMessageContaining("/properties/url must be of type string and is a number")
			.withMessageContaining("/properties/foo is not in the schema");
		assertThatExceptionOfType(IllegalDocumentException.class)
			.isThrownBy(() -> this.validator.validate("POST /customers", document("{'extended':{'points':'s3cret'}}")))
			.withMessage("POST /customers was not sent: the extended properties do not fit the workspace's schema: "
					+ "/extended/points must be of type integer and is a text");
	}

	@Test
	@DisplayName("asks for no schemas where there is nothing to look at")
	void asksForNothing() {
		this.validator.validate("POST /customers", document("{'tags':{'manual':['a']}}"));
		this.validator.validate("POST /segments", () -> {
			throw new IllegalStateException("looked at");
		});
		SchemaValidator off = new SchemaValidator(null, null);
		for (String operation : new String[] { "POST /events", "POST /customers" }) {
			off.validate(operation, () -> {
				throw new IllegalStateException("looked at");
			});
		}
		assertThat(this.readings).hasValue(0);
	}

	@Test
	@DisplayName("judges by the schemas as they are now before it refuses anything")
	void judgesByPresentSchemas() {
		Supplier<JsonNode> event = document("{'type':'viewedPage','properties':{'foo':1}}");
		assertThatExceptionOfType(IllegalDocumentException.class)
			.isThrownBy(() -> this.validator.validate("POST /events", event));
		this.schemas.put("viewedPage", tree("{'properties':{'foo':{'type':'number'}},'additionalProperties':false}"));
		this.now.addAndGet(Duration.ofSeconds(31).toNanos());
		this.validator.validate("POST /events", event);
		assertThat(this.readings).hasValue(2);
		this.schemas.remove("viewedPage");
		this.now.addAndGet(Duration.ofSeconds(31).toNanos());
		this.validator.validate("POST /events", document(WRONG_EVENT));
		assertThat(this.readings).hasValue(3);
	}

	@Test
	@DisplayName("logs each violation once for each version of a schema, where documents are to be sent nonetheless")
	void logsOnce() {
		SchemaValidator logging = validator(ValidationMode.LOG);
		for (int i = 0; i < 3; i++) {
			logging.validate("POST /events", document(WRONG_EVENT));
			this.now.addAndGet(Duration.ofSeconds(31).toNanos());
		}
		assertThat(this.log.warnings()).containsExactlyInAnyOrder(
				"POST /events is sent although the properties of 'viewedPage' do not fit the workspace's schema: "
						+ "/properties/url must be of type string and is a number",
				"POST /events is sent although the properties of 'viewedPage' do not fit the workspace's schema: "
						+ "/properties/foo is not in the schema");
		assertThat(this.log.messages(Level.DEBUG)).hasSize(4);
		this.schemas.put("viewedPage", tree("{'properties':{'url':{'type':'string'}}}"));
		logging.validate("POST /events", document(WRONG_EVENT));
		assertThat(this.log.warnings()).hasSize(3);
		assertThat(this.log.text()).doesNotContain("s3cret", "53233");
	}

}
