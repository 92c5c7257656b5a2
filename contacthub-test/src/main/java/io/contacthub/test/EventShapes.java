package io.contacthub.test;

/**
 * The schema of events.
 */
final class EventShapes {

	static final ValueShape CONTEXT = ValueShape.oneOf("WEB", "MOBILE", "ECOMMERCE", "RETAIL", "SOCIAL",
			"DIGITAL_CAMPAIGN", "CONTACT_CENTER", "IOT", "OTHER");

	static final ObjectShape BRING_BACK = ObjectShape.strict()
		.with("type", ValueShape.oneOf("SESSION_ID", "EXTERNAL_ID"))
		.with(ValueShape.NOT_EMPTY, "value", "nodeId")
		.require("type", "value", "nodeId");

	static final ObjectShape TRACKING = ObjectShape.nullable()
		.with("ga",
				ObjectShape.nullable().texts("utm_source", "utm_medium", "utm_term", "utm_content", "utm_campaign"));

	/**
	 * The members that an event is created from.
	 */
	static final ObjectShape POST = ObjectShape.strict()
		.with("type", ValueShape.NOT_EMPTY)
		.with("context", CONTEXT)
		.with("properties", ValueShape.FREE_OBJECT)
		.with("customerId", ValueShape.NOT_EMPTY.orNull())
		.with("bringBackProperties", BRING_BACK.orNull())
		.with("date", ValueShape.DATE_TIME.orNull())
		.with("contextInfo", ValueShape.FREE_OBJECT.orNull())
		.with("tracking", TRACKING.orNull())
		.require("type", "context", "properties");

	/**
	 * The members of a replacement.
	 */
	static final ObjectShape PUT = POST.with("id", ValueShape.NOT_EMPTY)
		.with(ValueShape.DATE_TIME, "registeredAt", "updatedAt")
		.require("id", "registeredAt", "updatedAt");

	private EventShapes() {
	}

}
