package io.contacthub.event;

import java.util.Map;
import java.util.stream.Collectors;

import io.contacthub.event.context.ContextInfo;
import io.contacthub.event.context.EcommerceContextInfo;
import io.contacthub.event.context.FreeContextInfo;
import io.contacthub.event.context.GeneralContextInfo;
import io.contacthub.event.context.MobileContextInfo;
import io.contacthub.event.context.RetailContextInfo;
import io.contacthub.event.properties.AbandonedCart;
import io.contacthub.event.properties.AbandonedSession;
import io.contacthub.event.properties.AddedCompare;
import io.contacthub.event.properties.AddedProduct;
import io.contacthub.event.properties.AddedReward;
import io.contacthub.event.properties.AddedWishlist;
import io.contacthub.event.properties.CampaignBlacklisted;
import io.contacthub.event.properties.CampaignBounced;
import io.contacthub.event.properties.CampaignLinkClicked;
import io.contacthub.event.properties.CampaignMarkedSpam;
import io.contacthub.event.properties.CampaignOpened;
import io.contacthub.event.properties.CampaignOptinRequested;
import io.contacthub.event.properties.CampaignSent;
import io.contacthub.event.properties.CampaignSubscribed;
import io.contacthub.event.properties.CampaignUnsubscribed;
import io.contacthub.event.properties.ChangedSetting;
import io.contacthub.event.properties.ClickedLink;
import io.contacthub.event.properties.ClosedTicket;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.event.properties.EventConfirmed;
import io.contacthub.event.properties.EventDeclined;
import io.contacthub.event.properties.EventEligible;
import io.contacthub.event.properties.EventInvited;
import io.contacthub.event.properties.EventNoShow;
import io.contacthub.event.properties.EventNotInvited;
import io.contacthub.event.properties.EventParticipated;
import io.contacthub.event.properties.EventProperties;
import io.contacthub.event.properties.EventRegistered;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.event.properties.GenericActiveEvent;
import io.contacthub.event.properties.GenericPassiveEvent;
import io.contacthub.event.properties.GrantedCoupon;
import io.contacthub.event.properties.LoggedIn;
import io.contacthub.event.properties.LoggedOut;
import io.contacthub.event.properties.OpenedTicket;
import io.contacthub.event.properties.OrderShipped;
import io.contacthub.event.properties.RemovedCompare;
import io.contacthub.event.properties.RemovedProduct;
import io.contacthub.event.properties.RemovedReward;
import io.contacthub.event.properties.RemovedWishlist;
import io.contacthub.event.properties.RepliedTicket;
import io.contacthub.event.properties.ReviewedProduct;
import io.contacthub.event.properties.Searched;
import io.contacthub.event.properties.ServiceSubscribed;
import io.contacthub.event.properties.ServiceUnsubscribed;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.event.properties.ViewedProduct;
import io.contacthub.event.properties.ViewedProductCategory;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Table of the records for the types of events and their contexts.
 */
final class KnownEventTypes {

	private static final Map<EventType, Class<? extends EventProperties>> RECORDS = Map.ofEntries(
			Map.entry(EventType.ABANDONED_CART, AbandonedCart.class),
			Map.entry(EventType.ABANDONED_SESSION, AbandonedSession.class),
			Map.entry(EventType.ADDED_COMPARE, AddedCompare.class),
			Map.entry(EventType.REMOVED_COMPARE, RemovedCompare.class),
			Map.entry(EventType.ADDED_PRODUCT, AddedProduct.class),
			Map.entry(EventType.REMOVED_PRODUCT, RemovedProduct.class),
			Map.entry(EventType.ADDED_WISHLIST, AddedWishlist.class),
			Map.entry(EventType.REMOVED_WISHLIST, RemovedWishlist.class),
			Map.entry(EventType.VIEWED_PRODUCT, ViewedProduct.class),
			Map.entry(EventType.REVIEWED_PRODUCT, ReviewedProduct.class),
			Map.entry(EventType.VIEWED_PRODUCT_CATEGORY, ViewedProductCategory.class),
			Map.entry(EventType.ADDED_REWARD, AddedReward.class),
			Map.entry(EventType.REMOVED_REWARD, RemovedReward.class),
			Map.entry(EventType.GRANTED_COUPON, GrantedCoupon.class),
			Map.entry(EventType.COMPLETED_ORDER, CompletedOrder.class),
			Map.entry(EventType.ORDER_SHIPPED, OrderShipped.class),
			Map.entry(EventType.CAMPAIGN_SENT, CampaignSent.class),
			Map.entry(EventType.CAMPAIGN_OPENED, CampaignOpened.class),
			Map.entry(EventType.CAMPAIGN_BOUNCED, CampaignBounced.class),
			Map.entry(EventType.CAMPAIGN_MARKED_SPAM, CampaignMarkedSpam.class),
			Map.entry(EventType.CAMPAIGN_LINK_CLICKED, CampaignLinkClicked.class),
			Map.entry(EventType.CAMPAIGN_BLACKLISTED, CampaignBlacklisted.class),
			Map.entry(EventType.CAMPAIGN_SUBSCRIBED, CampaignSubscribed.class),
			Map.entry(EventType.CAMPAIGN_UNSUBSCRIBED, CampaignUnsubscribed.class),
			Map.entry(EventType.CAMPAIGN_OPTIN_REQUESTED, CampaignOptinRequested.class),
			Map.entry(EventType.CHANGED_SETTING, ChangedSetting.class),
			Map.entry(EventType.VIEWED_PAGE, ViewedPage.class), Map.entry(EventType.CLICKED_LINK, ClickedLink.class),
			Map.entry(EventType.OPENED_TICKET, OpenedTicket.class),
			Map.entry(EventType.REPLIED_TICKET, RepliedTicket.class),
			Map.entry(EventType.CLOSED_TICKET, ClosedTicket.class),
			Map.entry(EventType.EVENT_CONFIRMED, EventConfirmed.class),
			Map.entry(EventType.EVENT_DECLINED, EventDeclined.class),
			Map.entry(EventType.EVENT_ELIGIBLE, EventEligible.class),
			Map.entry(EventType.EVENT_INVITED, EventInvited.class),
			Map.entry(EventType.EVENT_NO_SHOW, EventNoShow.class),
			Map.entry(EventType.EVENT_NOT_INVITED, EventNotInvited.class),
			Map.entry(EventType.EVENT_REGISTERED, EventRegistered.class),
			Map.entry(EventType.EVENT_PARTICIPATED, EventParticipated.class),
			Map.entry(EventType.FORM_COMPILED, FormCompiled.class), Map.entry(EventType.SEARCHED, Searched.class),
			Map.entry(EventType.SERVICE_SUBSCRIBED, ServiceSubscribed.class),
			Map.entry(EventType.SERVICE_UNSUBSCRIBED, ServiceUnsubscribed.class),
			Map.entry(EventType.GENERIC_ACTIVE_EVENT, GenericActiveEvent.class),
			Map.entry(EventType.GENERIC_PASSIVE_EVENT, GenericPassiveEvent.class),
			Map.entry(EventType.LOGGED_IN, LoggedIn.class), Map.entry(EventType.LOGGED_OUT, LoggedOut.class));

	private static final Map<EventContext, Class<? extends ContextInfo>> CONTEXTS = Map.of(EventContext.WEB,
			GeneralContextInfo.class, EventContext.SOCIAL, GeneralContextInfo.class, EventContext.DIGITAL_CAMPAIGN,
			GeneralContextInfo.class, EventContext.CONTACT_CENTER, GeneralContextInfo.class, EventContext.IOT,
			GeneralContextInfo.class, EventContext.OTHER, GeneralContextInfo.class, EventContext.MOBILE,
			MobileContextInfo.class, EventContext.ECOMMERCE, EcommerceContextInfo.class, EventContext.RETAIL,
			RetailContextInfo.class);

	private static final Map<Class<?>, EventType> TYPES = RECORDS.entrySet()
		.stream()
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

	private KnownEventTypes() {
	}

	/**
	 * Return the record of a type, if there is one.
	 * @param type an {@link EventType}, its text, or anything else
	 */
	static @Nullable Class<? extends EventProperties> record(@Nullable Object type) {
		if (type instanceof String text && !text.isBlank()) {
			return RECORDS.get(EventType.of(text));
		}
		return (type instanceof EventType known) ? RECORDS.get(known) : null;
	}

	/**
	 * Return properties in the record of their type, if there is one and they fit it.
	 */
	static EventProperties typed(@Nullable EventProperties properties, @Nullable EventType type) {
		FreeEventProperties absent = Members.object(null, FreeEventProperties.class);
		if (properties == null || properties == absent) {
			return absent;
		}
		Class<? extends EventProperties> record = (type != null) ? RECORDS.get(type) : null;
		return (record != null && properties instanceof FreeEventProperties)
				? Members.read(properties.unknown(), record) : properties;
	}

	/**
	 * Return context information in the record of its context, if there is one.
	 */
	static ContextInfo typed(@Nullable ContextInfo info, @Nullable EventContext context) {
		FreeContextInfo absent = Members.object(null, FreeContextInfo.class);
		if (info == null || info == absent) {
			return absent;
		}
		Class<? extends ContextInfo> record = (context != null) ? CONTEXTS.get(context) : null;
		return (record != null && info instanceof FreeContextInfo) ? Members.read(info.unknown(), record) : info;
	}

	/**
	 * Return the type whose properties are in a record.
	 */
	static @Nullable EventType typeOf(EventProperties properties) {
		return TYPES.get(properties.getClass());
	}

}
