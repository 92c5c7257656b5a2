package io.contacthub.emulator;

/**
 * The schema of customers and of their parts.
 */
final class CustomerShapes {

	static final ObjectShape EDUCATION = ObjectShape.nullable()
		.with("id", ValueShape.NOT_EMPTY)
		.with("schoolType", ValueShape.oneOf("PRIMARY_SCHOOL", "SECONDARY_SCHOOL", "HIGH_SCHOOL", "COLLEGE", "OTHER"))
		.texts("schoolName", "schoolConcentration")
		.with(ValueShape.INTEGER, "startYear", "endYear")
		.with("isCurrent", ValueShape.FLAG)
		.require("id");

	static final ObjectShape LIKE = ObjectShape.nullable()
		.with("id", ValueShape.NOT_EMPTY)
		.texts("category", "name")
		.with("createdTime", ValueShape.DATE_TIME)
		.require("id");

	static final ObjectShape JOB = ObjectShape.nullable()
		.with("id", ValueShape.NOT_EMPTY)
		.texts("companyIndustry", "companyName", "jobTitle")
		.with(ValueShape.DATE, "startDate", "endDate")
		.with("isCurrent", ValueShape.FLAG)
		.require("id");

	static final ObjectShape SUBSCRIPTION = ObjectShape.nullable()
		.with("id", ValueShape.NOT_EMPTY)
		.texts("name", "type")
		.with("kind", ValueShape.oneOf("DIGITAL_MESSAGE", "SERVICE", "OTHER"))
		.with("subscribed", ValueShape.FLAG)
		.with(ValueShape.DATE_TIME, "startDate", "endDate")
		.texts("subscriberId")
		.with(ValueShape.DATE_TIME, "registeredAt", "updatedAt")
		.with("preferences", new ArrayShape(ObjectShape.nullable().texts("key", "value")))
		.require("id");

	static final ObjectShape CONTACTS = ObjectShape.nullable()
		.with("email", ValueShape.EMAIL)
		.texts("fax", "mobilePhone", "phone")
		.with("otherContacts",
				new ArrayShape(ObjectShape.nullable()
					.texts("name")
					.with("type", ValueShape.oneOf("MOBILE", "PHONE", "EMAIL", "FAX", "OTHER"))
					.texts("value")))
		.with("mobileDevices",
				new ArrayShape(ObjectShape.nullable()
					.texts("identifier", "appId", "name")
					.with("type", ValueShape.oneOf("IOS", "ANDROID", "WINDOWS_PHONE", "FIREOS"))
					.with("notificationService", ValueShape.oneOf("APN", "GCM", "WNS", "ADM", "SNS"))));

	static final ObjectShape ADDRESS = ObjectShape.nullable()
		.texts("street", "city", "country", "region", "province", "zip")
		.with("geo", ObjectShape.nullable().with(ValueShape.NUMBER, "lat", "lon"));

	static final ObjectShape BASE = ObjectShape.nullable()
		.with("pictureUrl", ValueShape.ADDRESS)
		.texts("title", "prefix", "firstName", "lastName", "middleName", "gender")
		.with("dob", ValueShape.DATE)
		.with("locale", ValueShape.LOCALE)
		.with("timezone", ValueShape.TIMEZONE)
		.with("contacts", CONTACTS)
		.with("address", ADDRESS)
		.with("credential", ObjectShape.nullable().texts("username", "password"))
		.with("educations", new ArrayShape(EDUCATION))
		.with("likes", new ArrayShape(LIKE))
		.with("socialProfile",
				ObjectShape.nullable().texts("facebook", "google", "instagram", "linkedin", "qzone", "twitter"))
		.with("jobs", new ArrayShape(JOB))
		.with("subscriptions", new ArrayShape(SUBSCRIPTION));

	static final ObjectShape TAGS = ObjectShape.nullable().with(new ArrayShape(ValueShape.TEXT), "manual", "auto");

	static final ObjectShape CONSENTS = consents();

	/**
	 * The members that a customer is created from.
	 */
	static final ObjectShape POST = ObjectShape.nullable()
		.with("nodeId", ValueShape.NOT_EMPTY)
		.texts("externalId", "extra")
		.with("enabled", ValueShape.FLAG)
		.with("base", BASE)
		.with("extended", ValueShape.FREE_OBJECT)
		.with("consents", CONSENTS)
		.with("tags", TAGS)
		.require("nodeId");

	/**
	 * The members of a change: the node is none of them, the id may repeat that of the
	 * path.
	 */
	static final ObjectShape PATCH = POST.without("nodeId").texts("id");

	/**
	 * The members of a replacement: what only the server writes may be there, since
	 * callers send back what they have read.
	 */
	static final ObjectShape PUT = POST.with("id", ValueShape.NOT_EMPTY)
		.with(ValueShape.DATE_TIME, "registeredAt", "updatedAt")
		.with("sourceInfo", ValueShape.FREE_OBJECT)
		.require("id");

	private CustomerShapes() {
	}

	private static ObjectShape consents() {
		ObjectShape consent = ObjectShape.nullable().with(ValueShape.FLAG, "status", "limitation", "objection");
		return ObjectShape.nullable()
			.with("disclaimer", ObjectShape.nullable().with("date", ValueShape.DATE_TIME).texts("version"))
			.with("marketing", ObjectShape.nullable()
				.with("traditional", ObjectShape.nullable().with(consent, "telephonic", "papery"))
				.with("automatic", ObjectShape.nullable().with(consent, "sms", "email", "push", "im", "telephonic")))
			.with("profiling", ObjectShape.nullable().with(consent, "classic", "online"))
			.with("softSpam", ObjectShape.nullable().with(consent, "email", "papery"))
			.with("thirdPartyTransfer", ObjectShape.nullable().with(consent, "profiling", "marketing"));
	}

}
