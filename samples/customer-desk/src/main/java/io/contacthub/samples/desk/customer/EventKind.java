package io.contacthub.samples.desk.customer;

import java.util.Locale;
import java.util.Set;

import io.contacthub.event.EventType;

/**
 * Kinds of events, each with an icon of its own.
 */
enum EventKind {

	VIEW("viewedPage", "viewedProduct", "viewedProductCategory", "clickedLink"),

	CART("addedProduct", "removedProduct", "abandonedCart", "abandonedSession"),

	WISH("addedWishlist", "removedWishlist", "addedCompare", "removedCompare"),

	ORDER("completedOrder"),

	PARCEL("orderShipped"),

	REVIEW("reviewedProduct"),

	MAIL("campaignSent", "campaignOpened", "campaignLinkClicked", "campaignSubscribed", "campaignOptinRequested"),

	REJECTION("campaignBounced", "campaignBlacklisted", "campaignMarkedSpam", "campaignUnsubscribed",
			"serviceUnsubscribed", "eventDeclined", "eventNoShow", "eventNotInvited"),

	TICKET("openedTicket", "repliedTicket", "closedTicket"),

	GIFT("addedReward", "removedReward", "grantedCoupon"),

	MEETING("eventConfirmed", "eventEligible", "eventInvited", "eventParticipated", "eventRegistered"),

	SERVICE("serviceSubscribed"),

	SESSION("loggedIn", "loggedOut"),

	FORM("formCompiled"),

	SEARCH("searched"),

	SETTING("changedSetting"),

	OTHER;

	private final Set<String> types;

	EventKind(String... types) {
		this.types = Set.of(types);
	}

	static EventKind of(EventType type) {
		for (EventKind kind : values()) {
			if (type != null && kind.types.contains(type.value())) {
				return kind;
			}
		}
		return OTHER;
	}

	/**
	 * Return the id of the icon in {@code icons.svg}.
	 */
	public String icon() {
		return name().toLowerCase(Locale.ROOT);
	}

}
