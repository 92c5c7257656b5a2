package io.contacthub.emulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The types of events with their modes and the schema of their properties. Members are
 * those of the newest schema; where schemas differ in a value, the wider one is taken.
 */
final class EventTypes {

	private static final Set<String> PASSIVE = Set.of("campaignSent", "repliedTicket", "genericPassiveEvent");

	private static final Map<String, ObjectShape> PROPERTIES = new HashMap<>();

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

	// The mode of a type. Modes are documented for less than half of the types; the
	// others count as active here, as they tell what a customer did.
	static String modeOf(String type) {
		return PASSIVE.contains(type) ? "PASSIVE" : "ACTIVE";
	}

	static @Nullable ObjectShape propertiesOf(String type) {
		return PROPERTIES.get(type);
	}

	private static void orders() {
		ObjectShape order = ObjectShape.strict()
			.texts("orderId", "storeCode")
			.with("amount", EventStructures.ORDER_AMOUNT)
			.with("products", new ArrayShape(EventStructures.ORDER_LINE));
		add(order.with("abandonedCartUrl", ValueShape.ADDRESS), "abandonedCart");
		add(order.with("type", ValueShape.oneOf("sale", "return", "sale-return"))
			.with("paymentMethod", ValueShape.oneOf("cash", "creditcard", "debitcard", "paypal", "other"))
			.texts("shippingMethod"), "completedOrder");
		add(ObjectShape.strict()
			.texts("orderId", "type", "carrier", "trackingCode")
			.with("trackingUrl", ValueShape.ADDRESS)
			.with("weight", ValueShape.NUMBER)
			.with("packages", ValueShape.INTEGER), "orderShipped");
		add(ObjectShape.strict()
			.with("abandonedSessionUrl", ValueShape.ADDRESS)
			.with("products", new ArrayShape(EventStructures.MEASURED_PRODUCT)), "abandonedSession");
	}

	private static void products() {
		add(EventStructures.PRODUCT, "addedCompare", "removedCompare", "addedWishlist", "removedWishlist",
				"viewedProduct");
		add(EventStructures.MEASURED_PRODUCT.with("quantity", ValueShape.NUMBER), "addedProduct", "removedProduct");
		add(EventStructures.REVIEWED_PRODUCT.texts("rating"), "reviewedProduct");
		add(ObjectShape.strict().texts("category"), "viewedProductCategory");
	}

	private static void rewards() {
		add(EventStructures.REWARD, "addedReward", "removedReward");
		add(ObjectShape.strict()
			.texts("code", "status", "type", "campaignId", "campaignName", "campaignDescription")
			.with(ValueShape.AMOUNT, "totalAmount", "redeemedAmount", "remainingAmount")
			.with(ValueShape.DATE_TIME, "startValidityDate", "redeemDate", "redemptionDate")
			.with(EventStructures.DELIVERY, "deliveryChannel", "deliveryMedium")
			.with("category", EventStructures.TEXTS)
			.require("totalAmount", "startValidityDate"), "grantedCoupon");
	}

	private static void campaigns() {
		ObjectShape subscription = EventStructures.LIST.texts("subscriberId", "channelType")
			.with("channel", EventStructures.CHANNEL_OR_MESSENGER);
		add(EventStructures.CAMPAIGN.and(subscription)
			.with("contents", new ArrayShape(EventStructures.CAMPAIGN_CONTENT)), "campaignSent");
		add(EventStructures.CAMPAIGN_REACTION, "campaignOpened", "campaignBounced", "campaignMarkedSpam",
				"campaignBlacklisted");
		add(EventStructures.CAMPAIGN_REACTION.with("linkUrl", ValueShape.ADDRESS)
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
		add(EventStructures.MEETING.with(ValueShape.DATE_TIME, "checkIn", "checkOut")
			.with("host",
					ObjectShape.strict()
						.texts("firstName", "lastName", "title")
						.with("contacts", EventStructures.CONTACTS)),
				"eventParticipated");
	}

	private static void visits() {
		add(ObjectShape.strict()
			.with("setting",
					ValueShape.oneOf("LANGUAGE", "TIMEZONE", "CURRENCY", "EMAIL", "PASSWORD", "USERNAME", "OTHER"))
			.texts("oldValue", "newValue"), "changedSetting");
		add(EventStructures.PAGE.with(EventStructures.TEXTS, "pageCategories", "pageTags"), "viewedPage");
		add(EventStructures.PAGE.with("linkTags", EventStructures.TEXTS), "clickedLink");
		add(EventStructures.TICKET, "openedTicket", "repliedTicket", "closedTicket");
		add(ObjectShape.strict().texts("formName", "formId").with("data", ValueShape.FREE_OBJECT), "formCompiled");
		add(ObjectShape.strict().texts("keyword").with("resultCount", ValueShape.NUMBER), "searched");
		add(EventStructures.SERVICE, "serviceSubscribed", "serviceUnsubscribed");
		add(ObjectShape.strict().texts("name"), "genericActiveEvent", "genericPassiveEvent");
		add(ObjectShape.strict(), "loggedIn", "loggedOut");
	}

	private static void add(ObjectShape properties, String... types) {
		ObjectShape shape = properties.with("extraProperties", ValueShape.FREE_OBJECT)
			.with("extended", ValueShape.FREE_OBJECT.orNull());
		for (String type : types) {
			PROPERTIES.put(type, shape);
		}
	}

}
