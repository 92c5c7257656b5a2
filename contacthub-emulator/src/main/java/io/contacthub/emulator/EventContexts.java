package io.contacthub.emulator;

import java.util.Map;

/**
 * The contexts of events and the schema of what each says about itself.
 */
final class EventContexts {

	private static final Shape TEXT_OR_NULL = ValueShape.TEXT.orNull();

	private static final ObjectShape CONTACTS = ObjectShape.strict()
		.with("email", ValueShape.EMAIL.orNull())
		.with(TEXT_OR_NULL, "mobilePhone", "phone");

	private static final ObjectShape GEO = ObjectShape.strict()
		.with("lat", ValueShape.LATITUDE)
		.with("lon", ValueShape.LONGITUDE);

	private static final ObjectShape CLIENT = ObjectShape.strict()
		.with("userAgent", TEXT_OR_NULL)
		.with("ip", ValueShape.IPV4)
		.with("localization",
				ObjectShape.strict().texts("city", "country", "region", "province", "zip").with("geo", GEO).orNull());

	private static final ObjectShape PERSON = ObjectShape.strict()
		.texts("id")
		.with(TEXT_OR_NULL, "firstName", "lastName")
		.with("contacts", CONTACTS.orNull())
		.require("id");

	private static final ObjectShape COMMON = ObjectShape.strict()
		.with("client", CLIENT)
		.with("user", PERSON.with(TEXT_OR_NULL, "externalId", "username"));

	private static final ObjectShape DEVICE = ObjectShape.strict()
		.texts("bundleIdentifier", "versionNumber", "buildNumber", "identifierForVendor", "systemVersion", "model",
				"deviceVendor", "locale", "language");

	private static final ObjectShape STORE = ObjectShape.strict()
		.texts("id", "name")
		.with("type",
				ValueShape.oneOf("AIRPORT", "ECOMMERCE", "FLAGSHIP", "FREE-STANDING", "MALL", "OUTLET", "RESORT", "SIS",
						"WAREHOUSE", "NOT-DEFINED"))
		.texts("street", "city", "country", "province", "region", "zip")
		.with("geo", GEO.require("lat", "lon"))
		.texts("website");

	private static final Map<String, ObjectShape> INFO = Map.of("WEB", COMMON, "SOCIAL", COMMON, "DIGITAL_CAMPAIGN",
			COMMON, "CONTACT_CENTER", COMMON, "IOT", COMMON, "OTHER", COMMON, "MOBILE", COMMON.with("device", DEVICE),
			"ECOMMERCE", COMMON.with("store", STORE), "RETAIL",
			COMMON.with("store", STORE).with("salesAssistant", PERSON.orNull()));

	static final ValueShape NAME = ValueShape.oneOf("WEB", "MOBILE", "ECOMMERCE", "RETAIL", "SOCIAL",
			"DIGITAL_CAMPAIGN", "CONTACT_CENTER", "IOT", "OTHER");

	private EventContexts() {
	}

	static ObjectShape infoOf(String context) {
		return INFO.getOrDefault(context, COMMON);
	}

}
