package io.contacthub.emulator;

import org.jspecify.annotations.Nullable;

/**
 * The schema of customers and of their parts.
 */
final class CustomerSchemas {

	static final ObjectSchema EDUCATION = ObjectSchema.nullable()
		.with("id", ValueSchema.NOT_EMPTY)
		.with("schoolType", ValueSchema.oneOf("PRIMARY_SCHOOL", "SECONDARY_SCHOOL", "HIGH_SCHOOL", "COLLEGE", "OTHER"))
		.texts("schoolName", "schoolConcentration")
		.with(ValueSchema.INTEGER, "startYear", "endYear")
		.with("isCurrent", ValueSchema.FLAG)
		.require("id");

	static final ObjectSchema LIKE = ObjectSchema.nullable()
		.with("id", ValueSchema.NOT_EMPTY)
		.texts("category", "name")
		.with("createdTime", ValueSchema.DATE_TIME)
		.require("id");

	static final ObjectSchema JOB = ObjectSchema.nullable()
		.with("id", ValueSchema.NOT_EMPTY)
		.texts("companyIndustry", "companyName", "jobTitle")
		.with(ValueSchema.DATE, "startDate", "endDate")
		.with("isCurrent", ValueSchema.FLAG)
		.require("id");

	static final ObjectSchema SUBSCRIPTION = ObjectSchema.nullable()
		.with("id", ValueSchema.NOT_EMPTY)
		.texts("name", "type")
		.with("kind", ValueSchema.oneOf("DIGITAL_MESSAGE", "SERVICE", "OTHER"))
		.with("subscribed", ValueSchema.FLAG)
		.with(ValueSchema.DATE_TIME, "startDate", "endDate")
		.texts("subscriberId")
		.with(ValueSchema.DATE_TIME, "registeredAt", "updatedAt")
		.with("preferences", new ArraySchema(ObjectSchema.nullable().texts("key", "value")))
		.require("id");

	static final ObjectSchema CONTACTS = ObjectSchema.nullable()
		.with("email", ValueSchema.EMAIL)
		.texts("fax", "mobilePhone", "phone")
		.with("otherContacts",
				new ArraySchema(ObjectSchema.nullable()
					.texts("name")
					.with("type", ValueSchema.oneOf("MOBILE", "PHONE", "EMAIL", "FAX", "OTHER"))
					.texts("value")))
		.with("mobileDevices",
				new ArraySchema(ObjectSchema.nullable()
					.texts("identifier", "appId", "name")
					.with("type", ValueSchema.oneOf("IOS", "ANDROID", "WINDOWS_PHONE", "FIREOS"))
					.with("notificationService", ValueSchema.oneOf("APN", "GCM", "WNS", "ADM", "SNS"))));

	static final ObjectSchema ADDRESS = ObjectSchema.nullable()
		.texts("street", "city", "country", "region", "province", "zip")
		.with("geo", ObjectSchema.nullable().with(ValueSchema.NUMBER, "lat", "lon"));

	static final ObjectSchema BASE = ObjectSchema.nullable()
		.with("pictureUrl", ValueSchema.ADDRESS)
		.texts("title", "prefix", "firstName", "lastName", "middleName", "gender")
		.with("dob", ValueSchema.DATE)
		.with("locale", ValueSchema.LOCALE)
		.with("timezone", ValueSchema.TIMEZONE)
		.with("contacts", CONTACTS)
		.with("address", ADDRESS)
		.with("credential", ObjectSchema.nullable().texts("username", "password"))
		.with("educations", new ArraySchema(EDUCATION))
		.with("likes", new ArraySchema(LIKE))
		.with("socialProfile",
				ObjectSchema.nullable().texts("facebook", "google", "instagram", "linkedin", "qzone", "twitter"))
		.with("jobs", new ArraySchema(JOB))
		.with("subscriptions", new ArraySchema(SUBSCRIPTION));

	static final ObjectSchema TAGS = ObjectSchema.nullable().with(new ArraySchema(ValueSchema.TEXT), "manual", "auto");

	static final ObjectSchema CONSENTS = consents();

	/**
	 * The members that a customer is created from.
	 */
	static final ObjectSchema POST = ObjectSchema.nullable()
		.with("nodeId", ValueSchema.NOT_EMPTY)
		.texts("externalId", "extra")
		.with("enabled", ValueSchema.FLAG)
		.with("base", BASE)
		.with("extended", ValueSchema.FREE_OBJECT)
		.with("consents", CONSENTS)
		.with("tags", TAGS)
		.require("nodeId");

	/**
	 * The members of a change: the node is none of them, the id may repeat that of the
	 * path.
	 */
	static final ObjectSchema PATCH = POST.without("nodeId").texts("id");

	/**
	 * The members of a replacement: what only the server writes may be there, since
	 * callers send back what they have read.
	 */
	static final ObjectSchema PUT = POST.with("id", ValueSchema.NOT_EMPTY)
		.with(ValueSchema.DATE_TIME, "registeredAt", "updatedAt")
		.with("sourceInfo", ValueSchema.FREE_OBJECT)
		.require("id");

	private CustomerSchemas() {
	}

	/**
	 * Return whether a path leads to a single value that a customer can have.
	 */
	static boolean hasValue(String path) {
		@Nullable Schema schema = POST;
		for (String name : path.split("\\.", -1)) {
			if (schema != ValueSchema.FREE_OBJECT) {
				schema = (schema instanceof ObjectSchema object) ? object.members().get(name) : null;
			}
			else if (name.isEmpty()) {
				return false;
			}
		}
		return path.startsWith("extended.") || (schema instanceof ValueSchema && schema != ValueSchema.FREE_OBJECT);
	}

	private static ObjectSchema consents() {
		ObjectSchema consent = ObjectSchema.nullable().with(ValueSchema.FLAG, "status", "limitation", "objection");
		return ObjectSchema.nullable()
			.with("disclaimer", ObjectSchema.nullable().with("date", ValueSchema.DATE_TIME).texts("version"))
			.with("marketing", ObjectSchema.nullable()
				.with("traditional", ObjectSchema.nullable().with(consent, "telephonic", "papery"))
				.with("automatic", ObjectSchema.nullable().with(consent, "sms", "email", "push", "im", "telephonic")))
			.with("profiling", ObjectSchema.nullable().with(consent, "classic", "online"))
			.with("softSpam", ObjectSchema.nullable().with(consent, "email", "papery"))
			.with("thirdPartyTransfer", ObjectSchema.nullable().with(consent, "profiling", "marketing"));
	}

}
