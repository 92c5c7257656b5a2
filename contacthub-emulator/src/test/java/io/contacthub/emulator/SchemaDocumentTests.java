package io.contacthub.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for schemas that describe themselves: a validator that knows nothing else finds
 * the same faults.
 */
@DisplayName("The JSON Schema that describes a schema of the emulator")
class SchemaDocumentTests {

	private static final int DOCUMENTS = 400;

	private static final Map<String, List<String>> TEXTS = Map.of("date", List.of("2017-03-02", "2017-13-02", "soon"),
			"date-time", List.of("2017-03-02T12:12:53.074+0000", "2017-03-02", ""), "uri",
			List.of("https://example.com/a", "a b", "a"), "ipv4", List.of("1.2.3.4", "1.2.3", "256.1.1.1"), "timezone",
			List.of("Europe/Rome"));

	private static final List<String> OTHER_TEXTS = List.of("", "a", "ann@example.com", "@", "en_US", "en");

	@TempDir
	private Path folder;

	static Stream<String> names() {
		return schemas().keySet().stream().sorted();
	}

	private static Map<String, Schema> schemas() {
		Map<String, Schema> schemas = Stream
			.of("abandonedCart", "campaignSent", "completedOrder", "eventParticipated", "formCompiled", "grantedCoupon",
					"orderShipped", "reviewedProduct")
			.collect(Collectors.toMap((type) -> type, EventTypes::propertiesOf));
		schemas.put("customer", CustomerSchemas.PUT);
		schemas.put("education", CustomerSchemas.EDUCATION);
		schemas.put("event", EventSchemas.POST);
		schemas.put("retail", EventContexts.infoOf("RETAIL"));
		return schemas;
	}

	@ParameterizedTest
	@MethodSource("names")
	@DisplayName("refuses what the schema refuses, at the same places, and nothing else")
	void documentSaysTheSame(String name) throws IOException {
		Schema schema = schemas().get(name);
		ObjectNode document = schema.document().put("$schema", "http://json-schema.org/draft-04/schema#");
		Schema described = JsonSchema.read(Files.writeString(this.folder.resolve(name + ".json"), document.toString()));
		Random random = new Random(17);
		int valid = 0;
		for (int number = 0; number < DOCUMENTS; number++) {
			JsonNode value = value(document, random, number % 3 * 8);
			Set<String> places = places(schema, value);
			assertThat(places(described, value)).as("%s", value).isEqualTo(places);
			valid += places.isEmpty() ? 1 : 0;
		}
		assertThat(valid).isBetween(1, DOCUMENTS - 1);
	}

	@Test
	@DisplayName("names types, formats, limits, values and what is required")
	void documentIsWritten() {
		Schema schema = ObjectSchema.nullable()
			.with("id", ValueSchema.NOT_EMPTY)
			.with("kind", ValueSchema.oneOf("A", "B"))
			.with("dates", new ArraySchema(ValueSchema.DATE))
			.with("lat", ValueSchema.LATITUDE)
			.require("id");
		assertThat(schema.document()).isEqualTo(ApiClient.json("""
				{'type':'object','properties':{
				'id':{'type':'string','minLength':1},
				'kind':{'type':['string','null'],'enum':['A','B',null]},
				'dates':{'type':['array','null'],'items':{'type':'string','format':'date'}},
				'lat':{'type':['number','null'],'minimum':-90,'maximum':90}},
				'required':['id'],'additionalProperties':false}"""));
	}

	@Test
	@DisplayName("is a new one each time")
	void documentIsNew() {
		ValueSchema.TEXT.document().put("type", "number");
		assertThat(ValueSchema.TEXT.document()).isEqualTo(ApiClient.json("{'type':'string'}"));
	}

	@Test
	@DisplayName("is the file where the schema is one")
	void documentOfFileIsTheFile() throws IOException {
		assertThat(read("{\"properties\":{\"a\":{\"$ref\":\"#/definitions/a\"}},\"definitions\":{\"a\":{}}}"))
			.isEqualTo(ApiClient.json("{'properties':{'a':{'$ref':'#/definitions/a'}},'definitions':{'a':{}}}"));
		assertThat(read("true")).isEqualTo(ApiClient.json("{}"));
		assertThat(read("false")).isEqualTo(ApiClient.json("{'not':{}}"));
	}

	private ObjectNode read(String schema) throws IOException {
		return JsonSchema.read(Files.writeString(this.folder.resolve("schema.json"), schema)).document();
	}

	private static Set<String> places(Schema schema, JsonNode value) {
		List<Violation> violations = new ArrayList<>();
		schema.check(value, "", violations);
		return violations.stream().map(Violation::path).collect(Collectors.toSet());
	}

	/**
	 * Makes a value out of the words of a schema, in some places another one.
	 */
	private static JsonNode value(JsonNode schema, Random random, int faults) {
		// which texts are zones is nothing that a JSON Schema says
		if (random.nextInt(100) < faults && !"timezone".equals(Json.text(schema, "format"))) {
			return pick(List.of(NullNode.getInstance(), Json.array(), Json.object(), Json.read("-91.5"), Json.read("1"),
					Json.read("true"), Json.read("\"\"")), random);
		}
		JsonNode type = schema.path("type").isArray() ? schema.path("type").get(0) : schema.path("type");
		return switch (type.stringValue()) {
			case "object" -> object(schema, random, faults);
			case "array" -> array(schema, random, faults);
			case "string" -> text(schema, random);
			case "number" -> Json.read(pick(List.of("0", "1.5", "-1", "95", "1e3"), random));
			case "integer" -> Json.read(pick(List.of("0", "17", "-1"), random));
			default -> Json.read(pick(List.of("true", "false"), random));
		};
	}

	private static JsonNode object(JsonNode schema, Random random, int faults) {
		ObjectNode object = Json.object();
		List<String> required = new ArrayList<>();
		schema.path("required").forEach((name) -> required.add(name.stringValue()));
		Consumer<Map.Entry<String, JsonNode>> member = (entry) -> {
			if (random.nextInt(100) < (required.contains(entry.getKey()) ? 100 - faults : 40)) {
				object.set(entry.getKey(), value(entry.getValue(), random, faults));
			}
		};
		schema.path("properties").properties().forEach(member);
		return (random.nextInt(100) < faults) ? object.put("un/heard", 1) : object;
	}

	private static ArrayNode array(JsonNode schema, Random random, int faults) {
		ArrayNode array = Json.array();
		for (int index = random.nextInt(3); index > 0 && schema.has("items"); index--) {
			array.add(value(schema.path("items"), random, faults));
		}
		return array;
	}

	private static JsonNode text(JsonNode schema, Random random) {
		if (schema.has("enum") && random.nextBoolean()) {
			return schema.path("enum").get(0);
		}
		return Json.object()
			.put("text", pick(TEXTS.getOrDefault(schema.path("format").asString(""), OTHER_TEXTS), random))
			.path("text");
	}

	private static <T> T pick(List<T> values, Random random) {
		return values.get(random.nextInt(values.size()));
	}

}
