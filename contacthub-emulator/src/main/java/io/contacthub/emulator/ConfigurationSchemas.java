package io.contacthub.emulator;

/**
 * The schemas of what requests send to change the configuration, without the members that
 * only the server writes.
 */
final class ConfigurationSchemas {

	private static final ArraySchema IDS = new ArraySchema(ValueSchema.NOT_EMPTY);

	static final ObjectSchema SETTINGS = ObjectSchema.nullable()
		.texts("name", "industry")
		.with("logo", ValueSchema.ADDRESS)
		.with("timezone", ValueSchema.TIMEZONE)
		.texts("currency")
		.with("customerUniquenessPolicy", ValueSchema.oneOf("NO_CHECK", "BLOCK", "MERGE"));

	static final ObjectSchema MATCHING_POLICY = ObjectSchema.nullable()
		.with("properties", IDS)
		.with("caseSensitive", ValueSchema.FLAG)
		.require("properties");

	static final ObjectSchema SOURCE_PRIORITY = ObjectSchema.nullable().with("priority", IDS).require("priority");

	/**
	 * The tree is looked at node by node.
	 */
	static final ObjectSchema HIERARCHY = ObjectSchema.nullable().with("tree", ValueSchema.FREE_OBJECT).require("tree");

	static final ObjectSchema TREE_NODE = ObjectSchema.nullable()
		.with("id", ValueSchema.NOT_EMPTY)
		.with("children", ValueSchema.FREE_ARRAY)
		.with("nodePriority", IDS)
		.require("id");

	static final ObjectSchema EVENT = ObjectSchema.nullable().with("enabled", ValueSchema.FLAG);

	static final ObjectSchema BASE_PROPERTY = EVENT;

	static final ObjectSchema SOURCE = ObjectSchema.nullable()
		.with("provider",
				ValueSchema.oneOf("API", "JavaScript", "MAGENTO", "CONTACTSEND", "CONTACTPLAN", "ANDROID_SDK",
						"OBJECTIVEC_SDK", "NODEJS_SDK", "JAVA_SDK", "SCALA_SDK", "DOTNET_SDK"))
		.with("name", ValueSchema.NOT_EMPTY)
		.texts("description")
		.with("properties", ValueSchema.FREE_OBJECT)
		.with("nodes", IDS)
		.with("enabled", ValueSchema.FLAG)
		.require("provider", "name", "properties", "nodes");

	static final ObjectSchema USER = ObjectSchema.nullable()
		.with("nodes",
				new ArraySchema(ObjectSchema.nullable()
					.with("id", ValueSchema.NOT_EMPTY)
					.with("permission", ValueSchema.oneOf("R", "RW", "W"))
					.require("id")))
		.require("nodes");

	static final ObjectSchema VIEW_NODE = ObjectSchema.nullable()
		.texts("name", "description")
		.with("imageUrl", ValueSchema.ADDRESS);

	static final ObjectSchema ENTRY_NODE = VIEW_NODE.with(IDS, "sourcePriority", "mandatoryProperties");

	static final ObjectSchema AUTOMATION = automation();

	private ConfigurationSchemas() {
	}

	private static ObjectSchema automation() {
		ObjectSchema topic = ObjectSchema.nullable()
			.texts("eventType")
			.with("customerType", ValueSchema.oneOf("ANONYMOUS", "KNONW", "KNOWN", "ANY"))
			.texts("eventContext")
			.with("query", ValueSchema.FREE_OBJECT);
		ObjectSchema operation = ObjectSchema.nullable()
			.texts("op", "path")
			.with("value", ValueSchema.ANY)
			.require("op", "path");
		ObjectSchema webhook = ObjectSchema.nullable()
			.with("url", ValueSchema.ADDRESS)
			.with("format", ValueSchema.oneOf("JSON", "XML"))
			.with("body", ValueSchema.FREE_OBJECT);
		return ObjectSchema.nullable()
			.texts("name")
			.with("enabled", ValueSchema.FLAG)
			.with("nodes", IDS)
			.with("delay", ValueSchema.DELAY)
			.with("topic", topic)
			.with("tag", ObjectSchema.nullable().with("operations", new ArraySchema(operation)))
			.with("webhook", webhook);
	}

}
