package io.contacthub.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Type of an event: what happened. For each of these constants there is a record of its
 * properties, from which {@link Event#of(io.contacthub.event.properties.EventProperties)}
 * knows the type. A workspace can define types of its own: an open set, any other text is
 * kept. <pre class="code">{@code
 * EventType tasted = EventType.of("tastedWine");
 * Event event = Event.of(tasted)
 *     .withProperties(FreeEventProperties.of("vintage", 2021))
 *     .in(EventContext.RETAIL)
 *     .byExternalId("17");
 * }</pre>
 *
 * @param value the text on the wire
 */
public record EventType(String value) implements OpenValue {

	/**
	 * A cart was abandoned, see {@link io.contacthub.event.properties.AbandonedCart}.
	 */
	public static final EventType ABANDONED_CART = new EventType("abandonedCart");

	/**
	 * A session was abandoned, see
	 * {@link io.contacthub.event.properties.AbandonedSession}.
	 */
	public static final EventType ABANDONED_SESSION = new EventType("abandonedSession");

	/**
	 * A product was added to a comparison, see
	 * {@link io.contacthub.event.properties.AddedCompare}.
	 */
	public static final EventType ADDED_COMPARE = new EventType("addedCompare");

	/**
	 * A product was added to the cart, see
	 * {@link io.contacthub.event.properties.AddedProduct}.
	 */
	public static final EventType ADDED_PRODUCT = new EventType("addedProduct");

	/**
	 * A reward was added, see {@link io.contacthub.event.properties.AddedReward}.
	 */
	public static final EventType ADDED_REWARD = new EventType("addedReward");

	/**
	 * A product was added to the wish list, see
	 * {@link io.contacthub.event.properties.AddedWishlist}.
	 */
	public static final EventType ADDED_WISHLIST = new EventType("addedWishlist");

	/**
	 * The recipient of a campaign was blacklisted, see
	 * {@link io.contacthub.event.properties.CampaignBlacklisted}.
	 */
	public static final EventType CAMPAIGN_BLACKLISTED = new EventType("campaignBlacklisted");

	/**
	 * The message of a campaign bounced, see
	 * {@link io.contacthub.event.properties.CampaignBounced}.
	 */
	public static final EventType CAMPAIGN_BOUNCED = new EventType("campaignBounced");

	/**
	 * A link in the message of a campaign was clicked, see
	 * {@link io.contacthub.event.properties.CampaignLinkClicked}.
	 */
	public static final EventType CAMPAIGN_LINK_CLICKED = new EventType("campaignLinkClicked");

	/**
	 * The message of a campaign was marked as spam, see
	 * {@link io.contacthub.event.properties.CampaignMarkedSpam}.
	 */
	public static final EventType CAMPAIGN_MARKED_SPAM = new EventType("campaignMarkedSpam");

	/**
	 * The message of a campaign was opened, see
	 * {@link io.contacthub.event.properties.CampaignOpened}.
	 */
	public static final EventType CAMPAIGN_OPENED = new EventType("campaignOpened");

	/**
	 * The consent to campaigns was requested, see
	 * {@link io.contacthub.event.properties.CampaignOptinRequested}.
	 */
	public static final EventType CAMPAIGN_OPTIN_REQUESTED = new EventType("campaignOptinRequested");

	/**
	 * The message of a campaign was sent, see
	 * {@link io.contacthub.event.properties.CampaignSent}.
	 */
	public static final EventType CAMPAIGN_SENT = new EventType("campaignSent");

	/**
	 * A list of campaigns was subscribed to, see
	 * {@link io.contacthub.event.properties.CampaignSubscribed}.
	 */
	public static final EventType CAMPAIGN_SUBSCRIBED = new EventType("campaignSubscribed");

	/**
	 * A list of campaigns was unsubscribed from, see
	 * {@link io.contacthub.event.properties.CampaignUnsubscribed}.
	 */
	public static final EventType CAMPAIGN_UNSUBSCRIBED = new EventType("campaignUnsubscribed");

	/**
	 * A setting was changed, see {@link io.contacthub.event.properties.ChangedSetting}.
	 */
	public static final EventType CHANGED_SETTING = new EventType("changedSetting");

	/**
	 * A link was clicked, see {@link io.contacthub.event.properties.ClickedLink}.
	 */
	public static final EventType CLICKED_LINK = new EventType("clickedLink");

	/**
	 * A ticket was closed, see {@link io.contacthub.event.properties.ClosedTicket}.
	 */
	public static final EventType CLOSED_TICKET = new EventType("closedTicket");

	/**
	 * An order was completed, see {@link io.contacthub.event.properties.CompletedOrder}.
	 */
	public static final EventType COMPLETED_ORDER = new EventType("completedOrder");

	/**
	 * The participation in an event was confirmed, see
	 * {@link io.contacthub.event.properties.EventConfirmed}.
	 */
	public static final EventType EVENT_CONFIRMED = new EventType("eventConfirmed");

	/**
	 * The invitation to an event was declined, see
	 * {@link io.contacthub.event.properties.EventDeclined}.
	 */
	public static final EventType EVENT_DECLINED = new EventType("eventDeclined");

	/**
	 * The customer may be invited to an event, see
	 * {@link io.contacthub.event.properties.EventEligible}.
	 */
	public static final EventType EVENT_ELIGIBLE = new EventType("eventEligible");

	/**
	 * The customer was invited to an event, see
	 * {@link io.contacthub.event.properties.EventInvited}.
	 */
	public static final EventType EVENT_INVITED = new EventType("eventInvited");

	/**
	 * The customer did not come to an event, see
	 * {@link io.contacthub.event.properties.EventNoShow}.
	 */
	public static final EventType EVENT_NO_SHOW = new EventType("eventNoShow");

	/**
	 * The customer was not invited to an event, see
	 * {@link io.contacthub.event.properties.EventNotInvited}.
	 */
	public static final EventType EVENT_NOT_INVITED = new EventType("eventNotInvited");

	/**
	 * The customer took part in an event, see
	 * {@link io.contacthub.event.properties.EventParticipated}.
	 */
	public static final EventType EVENT_PARTICIPATED = new EventType("eventParticipated");

	/**
	 * The customer registered for an event, see
	 * {@link io.contacthub.event.properties.EventRegistered}.
	 */
	public static final EventType EVENT_REGISTERED = new EventType("eventRegistered");

	/**
	 * A form was filled in, see {@link io.contacthub.event.properties.FormCompiled}.
	 */
	public static final EventType FORM_COMPILED = new EventType("formCompiled");

	/**
	 * The customer did something else, see
	 * {@link io.contacthub.event.properties.GenericActiveEvent}.
	 */
	public static final EventType GENERIC_ACTIVE_EVENT = new EventType("genericActiveEvent");

	/**
	 * Something else was done to the customer, see
	 * {@link io.contacthub.event.properties.GenericPassiveEvent}.
	 */
	public static final EventType GENERIC_PASSIVE_EVENT = new EventType("genericPassiveEvent");

	/**
	 * A coupon was granted, see {@link io.contacthub.event.properties.GrantedCoupon}.
	 */
	public static final EventType GRANTED_COUPON = new EventType("grantedCoupon");

	/**
	 * The customer logged in, see {@link io.contacthub.event.properties.LoggedIn}.
	 */
	public static final EventType LOGGED_IN = new EventType("loggedIn");

	/**
	 * The customer logged out, see {@link io.contacthub.event.properties.LoggedOut}.
	 */
	public static final EventType LOGGED_OUT = new EventType("loggedOut");

	/**
	 * A ticket was opened, see {@link io.contacthub.event.properties.OpenedTicket}.
	 */
	public static final EventType OPENED_TICKET = new EventType("openedTicket");

	/**
	 * An order was shipped, see {@link io.contacthub.event.properties.OrderShipped}.
	 */
	public static final EventType ORDER_SHIPPED = new EventType("orderShipped");

	/**
	 * A product was removed from a comparison, see
	 * {@link io.contacthub.event.properties.RemovedCompare}.
	 */
	public static final EventType REMOVED_COMPARE = new EventType("removedCompare");

	/**
	 * A product was removed from the cart, see
	 * {@link io.contacthub.event.properties.RemovedProduct}.
	 */
	public static final EventType REMOVED_PRODUCT = new EventType("removedProduct");

	/**
	 * A reward was removed, see {@link io.contacthub.event.properties.RemovedReward}.
	 */
	public static final EventType REMOVED_REWARD = new EventType("removedReward");

	/**
	 * A product was removed from the wish list, see
	 * {@link io.contacthub.event.properties.RemovedWishlist}.
	 */
	public static final EventType REMOVED_WISHLIST = new EventType("removedWishlist");

	/**
	 * A ticket was replied to, see {@link io.contacthub.event.properties.RepliedTicket}.
	 */
	public static final EventType REPLIED_TICKET = new EventType("repliedTicket");

	/**
	 * A product was reviewed, see {@link io.contacthub.event.properties.ReviewedProduct}.
	 */
	public static final EventType REVIEWED_PRODUCT = new EventType("reviewedProduct");

	/**
	 * Something was searched for, see {@link io.contacthub.event.properties.Searched}.
	 */
	public static final EventType SEARCHED = new EventType("searched");

	/**
	 * A service was subscribed to, see
	 * {@link io.contacthub.event.properties.ServiceSubscribed}.
	 */
	public static final EventType SERVICE_SUBSCRIBED = new EventType("serviceSubscribed");

	/**
	 * A service was unsubscribed from, see
	 * {@link io.contacthub.event.properties.ServiceUnsubscribed}.
	 */
	public static final EventType SERVICE_UNSUBSCRIBED = new EventType("serviceUnsubscribed");

	/**
	 * A page was viewed, see {@link io.contacthub.event.properties.ViewedPage}.
	 */
	public static final EventType VIEWED_PAGE = new EventType("viewedPage");

	/**
	 * A product was viewed, see {@link io.contacthub.event.properties.ViewedProduct}.
	 */
	public static final EventType VIEWED_PRODUCT = new EventType("viewedProduct");

	/**
	 * A category of products was viewed, see
	 * {@link io.contacthub.event.properties.ViewedProductCategory}.
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
