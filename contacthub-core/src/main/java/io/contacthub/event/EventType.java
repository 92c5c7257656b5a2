package io.contacthub.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Type of an event: what happened. A workspace can define types of its own. An open set:
 * any other text is kept.
 *
 * @param value the text on the wire
 */
public record EventType(String value) implements OpenValue {

	/**
	 * A cart was abandoned.
	 */
	public static final EventType ABANDONED_CART = new EventType("abandonedCart");

	/**
	 * A session was abandoned.
	 */
	public static final EventType ABANDONED_SESSION = new EventType("abandonedSession");

	/**
	 * A product was added to a comparison.
	 */
	public static final EventType ADDED_COMPARE = new EventType("addedCompare");

	/**
	 * A product was added to the cart.
	 */
	public static final EventType ADDED_PRODUCT = new EventType("addedProduct");

	/**
	 * A reward was added.
	 */
	public static final EventType ADDED_REWARD = new EventType("addedReward");

	/**
	 * A product was added to the wish list.
	 */
	public static final EventType ADDED_WISHLIST = new EventType("addedWishlist");

	/**
	 * The recipient of a campaign was blacklisted.
	 */
	public static final EventType CAMPAIGN_BLACKLISTED = new EventType("campaignBlacklisted");

	/**
	 * The message of a campaign bounced.
	 */
	public static final EventType CAMPAIGN_BOUNCED = new EventType("campaignBounced");

	/**
	 * A link in the message of a campaign was clicked.
	 */
	public static final EventType CAMPAIGN_LINK_CLICKED = new EventType("campaignLinkClicked");

	/**
	 * The message of a campaign was marked as spam.
	 */
	public static final EventType CAMPAIGN_MARKED_SPAM = new EventType("campaignMarkedSpam");

	/**
	 * The message of a campaign was opened.
	 */
	public static final EventType CAMPAIGN_OPENED = new EventType("campaignOpened");

	/**
	 * The consent to campaigns was requested.
	 */
	public static final EventType CAMPAIGN_OPTIN_REQUESTED = new EventType("campaignOptinRequested");

	/**
	 * The message of a campaign was sent.
	 */
	public static final EventType CAMPAIGN_SENT = new EventType("campaignSent");

	/**
	 * A list of campaigns was subscribed to.
	 */
	public static final EventType CAMPAIGN_SUBSCRIBED = new EventType("campaignSubscribed");

	/**
	 * A list of campaigns was unsubscribed from.
	 */
	public static final EventType CAMPAIGN_UNSUBSCRIBED = new EventType("campaignUnsubscribed");

	/**
	 * A setting was changed.
	 */
	public static final EventType CHANGED_SETTING = new EventType("changedSetting");

	/**
	 * A link was clicked.
	 */
	public static final EventType CLICKED_LINK = new EventType("clickedLink");

	/**
	 * A ticket was closed.
	 */
	public static final EventType CLOSED_TICKET = new EventType("closedTicket");

	/**
	 * An order was completed.
	 */
	public static final EventType COMPLETED_ORDER = new EventType("completedOrder");

	/**
	 * The participation in an event was confirmed.
	 */
	public static final EventType EVENT_CONFIRMED = new EventType("eventConfirmed");

	/**
	 * The invitation to an event was declined.
	 */
	public static final EventType EVENT_DECLINED = new EventType("eventDeclined");

	/**
	 * The customer may be invited to an event.
	 */
	public static final EventType EVENT_ELIGIBLE = new EventType("eventEligible");

	/**
	 * The customer was invited to an event.
	 */
	public static final EventType EVENT_INVITED = new EventType("eventInvited");

	/**
	 * The customer did not come to an event.
	 */
	public static final EventType EVENT_NO_SHOW = new EventType("eventNoShow");

	/**
	 * The customer was not invited to an event.
	 */
	public static final EventType EVENT_NOT_INVITED = new EventType("eventNotInvited");

	/**
	 * The customer took part in an event.
	 */
	public static final EventType EVENT_PARTICIPATED = new EventType("eventParticipated");

	/**
	 * The customer registered for an event.
	 */
	public static final EventType EVENT_REGISTERED = new EventType("eventRegistered");

	/**
	 * A form was filled in.
	 */
	public static final EventType FORM_COMPILED = new EventType("formCompiled");

	/**
	 * The customer did something else.
	 */
	public static final EventType GENERIC_ACTIVE_EVENT = new EventType("genericActiveEvent");

	/**
	 * Something else was done to the customer.
	 */
	public static final EventType GENERIC_PASSIVE_EVENT = new EventType("genericPassiveEvent");

	/**
	 * A coupon was granted.
	 */
	public static final EventType GRANTED_COUPON = new EventType("grantedCoupon");

	/**
	 * The customer logged in.
	 */
	public static final EventType LOGGED_IN = new EventType("loggedIn");

	/**
	 * The customer logged out.
	 */
	public static final EventType LOGGED_OUT = new EventType("loggedOut");

	/**
	 * A ticket was opened.
	 */
	public static final EventType OPENED_TICKET = new EventType("openedTicket");

	/**
	 * An order was shipped.
	 */
	public static final EventType ORDER_SHIPPED = new EventType("orderShipped");

	/**
	 * A product was removed from a comparison.
	 */
	public static final EventType REMOVED_COMPARE = new EventType("removedCompare");

	/**
	 * A product was removed from the cart.
	 */
	public static final EventType REMOVED_PRODUCT = new EventType("removedProduct");

	/**
	 * A reward was removed.
	 */
	public static final EventType REMOVED_REWARD = new EventType("removedReward");

	/**
	 * A product was removed from the wish list.
	 */
	public static final EventType REMOVED_WISHLIST = new EventType("removedWishlist");

	/**
	 * A ticket was replied to.
	 */
	public static final EventType REPLIED_TICKET = new EventType("repliedTicket");

	/**
	 * A product was reviewed.
	 */
	public static final EventType REVIEWED_PRODUCT = new EventType("reviewedProduct");

	/**
	 * Something was searched for.
	 */
	public static final EventType SEARCHED = new EventType("searched");

	/**
	 * A service was subscribed to.
	 */
	public static final EventType SERVICE_SUBSCRIBED = new EventType("serviceSubscribed");

	/**
	 * A service was unsubscribed from.
	 */
	public static final EventType SERVICE_UNSUBSCRIBED = new EventType("serviceUnsubscribed");

	/**
	 * A page was viewed.
	 */
	public static final EventType VIEWED_PAGE = new EventType("viewedPage");

	/**
	 * A product was viewed.
	 */
	public static final EventType VIEWED_PRODUCT = new EventType("viewedProduct");

	/**
	 * A category of products was viewed.
	 */
	public static final EventType VIEWED_PRODUCT_CATEGORY = new EventType("viewedProductCategory");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public EventType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static EventType of(String value) {
		return new EventType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
