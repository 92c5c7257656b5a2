package io.contacthub.emulator;

/**
 * The objects that the properties of several event types have in common.
 */
final class EventStructures {

	static final Shape TEXT_OR_NULL = ValueShape.TEXT.orNull();

	static final Shape NUMBER_OR_NULL = ValueShape.NUMBER.orNull();

	static final ArrayShape TEXTS = new ArrayShape(ValueShape.TEXT);

	/**
	 * A product that was reviewed.
	 */
	static final ObjectShape REVIEWED_PRODUCT = ObjectShape.strict()
		.texts("id", "sku", "name")
		.with("price", ValueShape.NUMBER)
		.with("category", TEXTS)
		.with("classifications", new ArrayShape(ObjectShape.strict().texts("key", "value")))
		.texts("shortDescription")
		.with(ValueShape.ADDRESS, "linkUrl", "imageUrl");

	static final ObjectShape PRODUCT = REVIEWED_PRODUCT.with("vendor", TEXT_OR_NULL)
		.with(NUMBER_OR_NULL, "weight", "itemQuantity");

	static final ObjectShape MEASURED_PRODUCT = PRODUCT.with("unitOfMeasure", TEXT_OR_NULL);

	static final ObjectShape ORDER_LINE = MEASURED_PRODUCT
		.with(ValueShape.NUMBER, "quantity", "subtotal", "discount", "tax")
		.texts("coupon")
		.with("type", ValueShape.oneOf("sale", "return"))
		.with("orderLineId", ValueShape.INTEGER)
		.with("extended", ValueShape.FREE_OBJECT.orNull());

	static final ObjectShape ORDER_AMOUNT = ObjectShape.strict()
		.with(ValueShape.NUMBER, "total", "revenue", "shipping", "tax", "discount")
		.with("local", ObjectShape.strict().texts("currency").with("exchangeRate", ValueShape.NUMBER));

	static final ValueShape CHANNEL = ValueShape.oneOf("SMS", "EMAIL", "PUSH", "FAX");

	static final ValueShape CHANNEL_OR_MESSENGER = ValueShape.oneOf("SMS", "EMAIL", "PUSH", "FAX", "IM");

	static final ObjectShape LIST = ObjectShape.strict().texts("listId", "listName");

	static final ObjectShape CAMPAIGN = ObjectShape.strict()
		.texts("subscriberId", "campaignId", "campaignName", "campaignSubject")
		.with("campaignTags", TEXTS)
		.texts("mailDomain", "recipient", "sendImmediateId")
		.with("userdbId", ValueShape.INTEGER)
		.and(LIST);

	static final ObjectShape CAMPAIGN_REACTION = CAMPAIGN.with("channel", CHANNEL)
		.with(ValueShape.INTEGER, "isWirelessDevice", "isMobile", "isTablet");

	static final ObjectShape CAMPAIGN_CONTENT = ObjectShape.strict()
		.with("type", ValueShape.oneOf("CONTENT", "IMG", "OTHER"))
		.texts("subType", "name", "description")
		.with(ValueShape.ADDRESS, "url", "imgUrl")
		.with("price", ValueShape.AMOUNT)
		.texts("currency")
		.with("tags", TEXTS)
		.with("products", new ArrayShape(
				PRODUCT.with("price", ValueShape.AMOUNT).with("extraProperties", ValueShape.FREE_OBJECT).require("id")))
		.require("type");

	static final ObjectShape TICKET = ObjectShape.strict().texts("ticketId", "subject", "text").with("category", TEXTS);

	static final ObjectShape PAGE = ObjectShape.strict()
		.texts("path", "referer", "search", "title")
		.with("url", ValueShape.ADDRESS);

	static final ObjectShape SERVICE = ObjectShape.strict()
		.texts("subscriberId", "serviceId", "serviceName", "serviceType")
		.with(ValueShape.DATE_TIME, "startDate", "endDate");

	static final ObjectShape REWARD = ObjectShape.strict()
		.with("rewardAmount", ValueShape.AMOUNT)
		.texts("rewardTypeId", "rewardType", "rewardDescription")
		.require("rewardAmount", "rewardTypeId");

	static final ObjectShape DELIVERY = ObjectShape.strict().texts("id", "name", "description").require("id");

	static final ObjectShape CONTACTS = ObjectShape.strict()
		.with("email", ValueShape.EMAIL)
		.texts("phone", "mobilePhone");

	static final ObjectShape MEETING = ObjectShape.strict()
		.texts("eventId", "eventName", "eventType")
		.with("eventDate", ValueShape.DATE_TIME)
		.with("eventLocation", location().orNull());

	private EventStructures() {
	}

	private static ObjectShape location() {
		ObjectShape geo = ObjectShape.strict().with("lat", ValueShape.LATITUDE).with("lon", ValueShape.LONGITUDE);
		return ObjectShape.strict()
			.with("type",
					ValueShape
						.oneOf("STORE", "VENUE", "STADIUM", "MUSEUM", "HEADQUARTERS", "PALACE", "CLUB", "ROOM", "OTHER")
						.orNull())
			.texts("id", "name")
			.with("address",
					ObjectShape.strict()
						.with(TEXT_OR_NULL, "street", "city", "country", "province", "region", "zip")
						.with("geo", geo.orNull())
						.orNull());
	}

}
