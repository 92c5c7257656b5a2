package io.contacthub.emulator;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for models: what there is in every workspace.
 */
final class ModelOperations implements EmulatedResource {

	/**
	 * Id and label of each.
	 */
	private static final String CONTEXTS = """
			WEB | Web
			MOBILE | Mobile
			ECOMMERCE | E-commerce
			RETAIL | Retail
			SOCIAL | Social
			DIGITAL_CAMPAIGN | Digital campaign
			CONTACT_CENTER | Contact center
			IOT | Internet of things
			OTHER | Other
			""";

	/**
	 * Id, label and, where it has one, the property with the format of its texts of each.
	 */
	private static final String PROVIDERS = """
			API | API | allowedIPs | ipv4
			JavaScript | JavaScript | allowedURLs | uri
			MAGENTO | Magento
			CONTACTSEND | ContactSend
			CONTACTPLAN | ContactPlan
			ANDROID_SDK | SDK for Android
			OBJECTIVEC_SDK | SDK for Objective-C
			NODEJS_SDK | SDK for Node.js
			JAVA_SDK | SDK for Java
			SCALA_SDK | SDK for Scala
			DOTNET_SDK | SDK for .NET
			""";

	/**
	 * Id, label and the types of the properties that it is for, of each.
	 */
	private static final String MERGE_POLICIES = """
			OBJ_PRIORITY | Priority | string | object | number | array
			OBJ_CONCATENATE | Concatenation | string | number | array
			ARRAY_UNION | Union | array
			ARRAY_INTERSECTION | Intersection | array
			MATH_SUM | Sum | number
			MATH_AVG | Average | number
			MATH_DIFF | Difference | number
			MATH_MIN | Minimum | number
			MATH_MAX | Maximum | number
			""";

	private final ConfigurationStore configuration;

	ModelOperations(ConfigurationStore configuration) {
		this.configuration = configuration;
	}

	@Override
	public List<Route> routes() {
		return List.of(route("properties/base", (request) -> baseProperties()),
				route("contexts", elements(CONTEXTS, ModelOperations::context)),
				route("providers", elements(PROVIDERS, ModelOperations::provider)),
				route("merge-policies", elements(MERGE_POLICIES, ModelOperations::mergePolicy)));
	}

	private static Route route(String path, RequestHandler handler) {
		return Route.inWorkspace("GET", "models/" + path, handler).permitting(TokenKind.USER, TokenKind.GUEST);
	}

	private static RequestHandler elements(String table, Function<List<String>, ObjectNode> element) {
		List<List<String>> rows = table.lines().map((line) -> List.of(line.split(" \\| "))).toList();
		return (request) -> EmulatedResponse
			.ok(Json.object().set("elements", Json.arrayOf(rows.stream().map(element).toList())));
	}

	private EmulatedResponse baseProperties() {
		ObjectNode schema = schema(CustomerSchemas.BASE);
		Set<String> disabled = this.configuration.rules().disabledBaseProperties();
		schema.path("properties").forEachEntry((name, property) -> label(name, property, !disabled.contains(name)));
		return EmulatedResponse.ok(Json.object().set("schema", schema));
	}

	private static ObjectNode schema(Schema schema) {
		return Json.object().put("$schema", JsonSchemaDialect.CONTACT_HUB).setAll(schema.document());
	}

	/**
	 * Say of a property, and of those within it, how it is labelled and whether it is
	 * enabled.
	 */
	private static void label(String name, JsonNode property, boolean enabled) {
		((ObjectNode) property).putObject("contactlabProperties").put("label", name).put("enabled", enabled);
		for (JsonNode object : List.of(property, property.path("items"))) {
			object.path("properties").forEachEntry((member, value) -> label(member, value, enabled));
		}
	}

	private static ObjectNode context(List<String> row) {
		return described(row).set("propertiesSchema", schema(EventContexts.infoOf(row.get(0))));
	}

	private static ObjectNode provider(List<String> row) {
		ObjectNode provider = described(row);
		ObjectNode properties = provider.putObject("propertiesSchema");
		if (row.size() > 2) {
			properties.putObject(row.get(2))
				.put("type", "array")
				.putObject("items")
				.put("type", "string")
				.put("format", row.get(3));
		}
		return provider;
	}

	private static ObjectNode mergePolicy(List<String> row) {
		ObjectNode policy = described(row);
		row.subList(2, row.size()).forEach(policy.putArray("supportedTypes")::add);
		return policy;
	}

	private static ObjectNode described(List<String> row) {
		return Json.object().put("id", row.get(0)).put("label", row.get(1)).put("description", row.get(1));
	}

}
