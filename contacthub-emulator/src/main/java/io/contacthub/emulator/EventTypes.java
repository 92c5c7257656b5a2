package io.contacthub.emulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The types of events with their modes and the schema of their properties. Members are
 * those of the newest schema; where schemas differ in a value, the wider one is taken.
 */
final class EventTypes {

	private static final Set<String> PASSIVE = Set.of("campaignSent", "repliedTicket", "genericPassiveEvent");

	private static final Map<String, ObjectSchema> PROPERTIES = new LinkedHashMap<>();

	static {
		orders();
		products();
		rewards();
		campaigns();
		meetings();
		visits();
	}

	private EventTypes() {
	}

	/**
	 * Return the mode of a type. Modes are documented for less than half of the types;
	 * the others count as active here, as they tell what a customer did.
	 */
	static String modeOf(String type) {
		return PASSIVE.contains(type) ? "PASSIVE" : "ACTIVE";
	}

	/**
	 * Return all types.
	 */
	static Set<String> names() {
		return Collections.unmodifiableSet(PROPERTIES.keySet());
	}

	static @Nullable ObjectSchema propertiesOf(String type) {
		return PROPERTIES.get(type);
	}

	private static void orders() {
		ObjectSchema order = ObjectSchema.strict()
			.texts("orderId", "storeCode")
			.with("amount", EventStructures.ORDER_AMOUNT)
			.with("products", new ArraySchema(EventStructures.ORDER_LINE));
		add(order.with("abandonedCartUrl", ValueSchema.ADDRESS), "abandonedCart");
		add(order.with("type", ValueSchema.oneOf("sale", "return", "sale-return"))
			.with("paymentMethod", ValueSchema.oneOf("cash", "creditcard", "debitcard", "paypal", "other"))
			.texts("shippingMethod"), "completedOrder");
		add(ObjectSchema.strict()
			.texts("orderId", "type", "carrier", "trackingCode")
			.with("trackingUrl", ValueSchema.ADDRESS)
			.with("weight", ValueSchema.NUMBER)
			.with("packages", ValueSchema.INTEGER), "orderShipped");
		add(ObjectSchema.strict()
			.with("abandonedSessionUrl", ValueSchema.ADDRESS)
			.with("products", new ArraySchema(EventStructures.MEASURED_PRODUCT)), "abandonedSession");
	}

	private static void products() {
		add(EventStructures.PRODUCT, "addedCompare", "removedCompare", "addedWishlist", "removedWishlist",
				"viewedProduct");
		add(EventStructures.MEASURED_PRODUCT.with("quantity", ValueSchema.NUMBER), "addedProduct", "removedProduct");
		add(EventStructures.REVIEWED_PRODUCT.texts("rating"), "reviewedProduct");
		add(ObjectSchema.strict().texts("category"), "viewedProductCategory");
	}

	private static void rewards() {
		add(EventStructures.REWARD, "addedReward", "removedReward");
		add(ObjectSchema.strict()
			.texts("code", "status", "type", "campaignId", "campaignName", "campaignDescription")
			.with(ValueSchema.AMOUNT, "totalAmount", "redeemedAmount", "remainingAmount")
			.with(ValueSchema.DATE_TIME, "startValidityDate", "redeemDate", "redemptionDate")
			.with(EventStructures.DELIVERY, "deliveryChannel", "deliveryMedium")
			.with("category", EventStructures.TEXTS)
			.require("totalAmount", "startValidityDate"), "grantedCoupon");
	}

	private static void campaigns() {
		ObjectSchema subscription = EventStructures.LIST.texts("subscriberId", "channelType")
			.with("channel", EventStructures.CHANNEL_OR_MESSENGER);
		add(EventStructures.CAMPAIGN.and(subscription)
			.with("contents", new ArraySchema(EventStructures.CAMPAIGN_CONTENT)), "campaignSent");
		add(EventStructures.CAMPAIGN_REACTION, "campaignOpened", "campaignBounced", "campaignMarkedSpam",
				"campaignBlacklisted");
		add(EventStructures.CAMPAIGN_REACTION.with("linkUrl", ValueSchema.ADDRESS)
			.texts("linkId")
			.with("linkTags", EventStructures.TEXTS), "campaignLinkClicked");
		add(subscription, "campaignSubscribed");
		add(EventStructures.CAMPAIGN.and(subscription), "campaignUnsubscribed");
		add(subscription.with("invitationChannel", EventStructures.CHANNEL_OR_MESSENGER).texts("invitationChannelType"),
				"campaignOptinRequested");
	}

	private static void meetings() {
		add(EventStructures.MEETING, "eventConfirmed", "eventDeclined", "eventEligible", "eventInvited", "eventNoShow",
				"eventNotInvited", "eventRegistered");
		add(EventStructures.MEETING.with(ValueSchema.DATE_TIME, "checkIn", "checkOut")
			.with("host",
					ObjectSchema.strict()
						.texts("firstName", "lastName", "title")
						.with("contacts", EventStructures.CONTACTS)),
				"eventParticipated");
	}

	private static void visits() {
		add(ObjectSchema.strict()
			.with("setting",
					ValueSchema.oneOf("LANGUAGE", "TIMEZONE", "CURRENCY", "EMAIL", "PASSWORD", "USERNAME", "OTHER"))
			.texts("oldValue", "newValue"), "changedSetting");
		add(EventStructures.PAGE.with(EventStructures.TEXTS, "pageCategories", "pageTags"), "viewedPage");
		add(EventStructures.PAGE.with("linkTags", EventStructures.TEXTS), "clickedLink");
		add(EventStructures.TICKET, "openedTicket", "repliedTicket", "closedTicket");
		add(ObjectSchema.strict().texts("formName", "formId").with("data", ValueSchema.FREE_OBJECT), "formCompiled");
		add(ObjectSchema.strict().texts("keyword").with("resultCount", ValueSchema.NUMBER), "searched");
		add(EventStructures.SERVICE, "serviceSubscribed", "serviceUnsubscribed");
		add(ObjectSchema.strict().texts("name"), "genericActiveEvent", "genericPassiveEvent");
		add(ObjectSchema.strict(), "loggedIn", "loggedOut");
	}

	private static void add(ObjectSchema properties, String... types) {
		ObjectSchema schema = properties.with("extraProperties", ValueSchema.FREE_OBJECT)
			.with("extended", ValueSchema.FREE_OBJECT.orNull());
		for (String type : types) {
			PROPERTIES.put(type, schema);
		}
	}

}
