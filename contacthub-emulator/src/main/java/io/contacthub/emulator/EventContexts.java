package io.contacthub.emulator;

import java.util.Map;

/**
 * The contexts of events and the schema of what each says about itself.
 */
final class EventContexts {

	private static final Schema TEXT_OR_NULL = ValueSchema.TEXT.orNull();

	private static final ObjectSchema CONTACTS = ObjectSchema.strict()
		.with("email", ValueSchema.EMAIL.orNull())
		.with(TEXT_OR_NULL, "mobilePhone", "phone");

	private static final ObjectSchema GEO = ObjectSchema.strict()
		.with("lat", ValueSchema.LATITUDE)
		.with("lon", ValueSchema.LONGITUDE);

	private static final ObjectSchema CLIENT = ObjectSchema.strict()
		.with("userAgent", TEXT_OR_NULL)
		.with("ip", ValueSchema.IPV4)
		.with("localization",
				ObjectSchema.strict().texts("city", "country", "region", "province", "zip").with("geo", GEO).orNull());

	private static final ObjectSchema PERSON = ObjectSchema.strict()
		.texts("id")
		.with(TEXT_OR_NULL, "firstName", "lastName")
		.with("contacts", CONTACTS.orNull())
		.require("id");

	private static final ObjectSchema COMMON = ObjectSchema.strict()
		.with("client", CLIENT)
		.with("user", PERSON.with(TEXT_OR_NULL, "externalId", "username"));

	private static final ObjectSchema DEVICE = ObjectSchema.strict()
		.texts("bundleIdentifier", "versionNumber", "buildNumber", "identifierForVendor", "systemVersion", "model",
				"deviceVendor", "locale", "language");

	private static final ObjectSchema STORE = ObjectSchema.strict()
		.texts("id", "name")
		.with("type",
				ValueSchema.oneOf("AIRPORT", "ECOMMERCE", "FLAGSHIP", "FREE-STANDING", "MALL", "OUTLET", "RESORT",
						"SIS", "WAREHOUSE", "NOT-DEFINED"))
		.texts("street", "city", "country", "province", "region", "zip")
		.with("geo", GEO.require("lat", "lon"))
		.texts("website");

	private static final Map<String, ObjectSchema> INFO = Map.of("WEB", COMMON, "SOCIAL", COMMON, "DIGITAL_CAMPAIGN",
			COMMON, "CONTACT_CENTER", COMMON, "IOT", COMMON, "OTHER", COMMON, "MOBILE", COMMON.with("device", DEVICE),
			"ECOMMERCE", COMMON.with("store", STORE), "RETAIL",
			COMMON.with("store", STORE).with("salesAssistant", PERSON.orNull()));

	static final ValueSchema NAME = ValueSchema.oneOf("WEB", "MOBILE", "ECOMMERCE", "RETAIL", "SOCIAL",
			"DIGITAL_CAMPAIGN", "CONTACT_CENTER", "IOT", "OTHER");

	private EventContexts() {
	}

	static ObjectSchema infoOf(String context) {
		return INFO.getOrDefault(context, COMMON);
	}

}
