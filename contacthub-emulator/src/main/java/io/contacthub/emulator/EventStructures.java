package io.contacthub.emulator;

/**
 * The objects that the properties of several event types have in common.
 */
final class EventStructures {

	static final Schema TEXT_OR_NULL = ValueSchema.TEXT.orNull();

	static final Schema NUMBER_OR_NULL = ValueSchema.NUMBER.orNull();

	static final ArraySchema TEXTS = new ArraySchema(ValueSchema.TEXT);

	/**
	 * A product that was reviewed.
	 */
	static final ObjectSchema REVIEWED_PRODUCT = ObjectSchema.strict()
		.texts("id", "sku", "name")
		.with("price", ValueSchema.NUMBER)
		.with("category", TEXTS)
		.with("classifications", new ArraySchema(ObjectSchema.strict().texts("key", "value")))
		.texts("shortDescription")
		.with(ValueSchema.ADDRESS, "linkUrl", "imageUrl");

	static final ObjectSchema PRODUCT = REVIEWED_PRODUCT.with("vendor", TEXT_OR_NULL)
		.with(NUMBER_OR_NULL, "weight", "itemQuantity");

	static final ObjectSchema MEASURED_PRODUCT = PRODUCT.with("unitOfMeasure", TEXT_OR_NULL);

	static final ObjectSchema ORDER_LINE = MEASURED_PRODUCT
		.with(ValueSchema.NUMBER, "quantity", "subtotal", "discount", "tax")
		.texts("coupon")
		.with("type", ValueSchema.oneOf("sale", "return"))
		.with("orderLineId", ValueSchema.INTEGER)
		.with("extended", ValueSchema.FREE_OBJECT.orNull());

	static final ObjectSchema ORDER_AMOUNT = ObjectSchema.strict()
		.with(ValueSchema.NUMBER, "total", "revenue", "shipping", "tax", "discount")
		.with("local", ObjectSchema.strict().texts("currency").with("exchangeRate", ValueSchema.NUMBER));

	static final ValueSchema CHANNEL = ValueSchema.oneOf("SMS", "EMAIL", "PUSH", "FAX");

	static final ValueSchema CHANNEL_OR_MESSENGER = ValueSchema.oneOf("SMS", "EMAIL", "PUSH", "FAX", "IM");

	static final ObjectSchema LIST = ObjectSchema.strict().texts("listId", "listName");

	static final ObjectSchema CAMPAIGN = ObjectSchema.strict()
		.texts("subscriberId", "campaignId", "campaignName", "campaignSubject")
		.with("campaignTags", TEXTS)
		.texts("mailDomain", "recipient", "sendImmediateId")
		.with("userdbId", ValueSchema.INTEGER)
		.and(LIST);

	static final ObjectSchema CAMPAIGN_REACTION = CAMPAIGN.with("channel", CHANNEL)
		.with(ValueSchema.INTEGER, "isWirelessDevice", "isMobile", "isTablet");

	static final ObjectSchema CAMPAIGN_CONTENT = ObjectSchema.strict()
		.with("type", ValueSchema.oneOf("CONTENT", "IMG", "OTHER"))
		.texts("subType", "name", "description")
		.with(ValueSchema.ADDRESS, "url", "imgUrl")
		.with("price", ValueSchema.AMOUNT)
		.texts("currency")
		.with("tags", TEXTS)
		.with("products",
				new ArraySchema(PRODUCT.with("price", ValueSchema.AMOUNT)
					.with("extraProperties", ValueSchema.FREE_OBJECT)
					.require("id")))
		.require("type");

	static final ObjectSchema TICKET = ObjectSchema.strict()
		.texts("ticketId", "subject", "text")
		.with("category", TEXTS);

	static final ObjectSchema PAGE = ObjectSchema.strict()
		.texts("path", "referer", "search", "title")
		.with("url", ValueSchema.ADDRESS);

	static final ObjectSchema SERVICE = ObjectSchema.strict()
		.texts("subscriberId", "serviceId", "serviceName", "serviceType")
		.with(ValueSchema.DATE_TIME, "startDate", "endDate");

	static final ObjectSchema REWARD = ObjectSchema.strict()
		.with("rewardAmount", ValueSchema.AMOUNT)
		.texts("rewardTypeId", "rewardType", "rewardDescription")
		.require("rewardAmount", "rewardTypeId");

	static final ObjectSchema DELIVERY = ObjectSchema.strict().texts("id", "name", "description").require("id");

	static final ObjectSchema CONTACTS = ObjectSchema.strict()
		.with("email", ValueSchema.EMAIL)
		.texts("phone", "mobilePhone");

	static final ObjectSchema MEETING = ObjectSchema.strict()
		.texts("eventId", "eventName", "eventType")
		.with("eventDate", ValueSchema.DATE_TIME)
		.with("eventLocation", location().orNull());

	private EventStructures() {
	}

	private static ObjectSchema location() {
		ObjectSchema geo = ObjectSchema.strict().with("lat", ValueSchema.LATITUDE).with("lon", ValueSchema.LONGITUDE);
		return ObjectSchema.strict()
			.with("type",
					ValueSchema
						.oneOf("STORE", "VENUE", "STADIUM", "MUSEUM", "HEADQUARTERS", "PALACE", "CLUB", "ROOM", "OTHER")
						.orNull())
			.texts("id", "name")
			.with("address",
					ObjectSchema.strict()
						.with(TEXT_OR_NULL, "street", "city", "country", "province", "region", "zip")
						.with("geo", geo.orNull())
						.orNull());
	}

}
