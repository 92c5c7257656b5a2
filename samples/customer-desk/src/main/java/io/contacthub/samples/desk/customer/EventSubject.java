package io.contacthub.samples.desk.customer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.event.Event;
import io.contacthub.event.properties.AbandonedCart;
import io.contacthub.event.properties.Amount;
import io.contacthub.event.properties.CampaignMessageProperties;
import io.contacthub.event.properties.CampaignProperties;
import io.contacthub.event.properties.ClickedLink;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.event.properties.GenericActiveEvent;
import io.contacthub.event.properties.GenericPassiveEvent;
import io.contacthub.event.properties.GrantedCoupon;
import io.contacthub.event.properties.MeetingProperties;
import io.contacthub.event.properties.OrderLine;
import io.contacthub.event.properties.OrderShipped;
import io.contacthub.event.properties.ProductProperties;
import io.contacthub.event.properties.RewardProperties;
import io.contacthub.event.properties.Searched;
import io.contacthub.event.properties.ServiceProperties;
import io.contacthub.event.properties.TicketProperties;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.event.properties.ViewedProductCategory;

import org.springframework.util.StringUtils;

/**
 * What an event is about, in a few words of its properties.
 */
final class EventSubject {

	private EventSubject() {
	}

	/**
	 * Return what an event is about.
	 * @return the words, or {@code null} when its properties do not tell
	 */
	static String of(Event event, ValueWords words) {
		if (event.properties() instanceof ProductProperties product) {
			return first(product.name(), product.sku(), product.id());
		}
		if (event.properties() instanceof CompletedOrder order) {
			return all(sum(order.amount(), words), products(order.products()));
		}
		if (event.properties() instanceof AbandonedCart cart) {
			return all(sum(cart.amount(), words), products(cart.products()));
		}
		if (event.properties() instanceof ViewedPage page) {
			return first(page.title(), page.url(), page.path());
		}
		if (event.properties() instanceof ClickedLink link) {
			return first(link.title(), link.url(), link.path());
		}
		if (event.properties() instanceof CampaignMessageProperties message) {
			return first(message.campaignSubject(), message.campaignName(), message.campaignId());
		}
		if (event.properties() instanceof CampaignProperties campaign) {
			return first(campaign.listName(), campaign.listId());
		}
		if (event.properties() instanceof TicketProperties ticket) {
			return all(ticket.ticketId(), ticket.subject());
		}
		if (event.properties() instanceof MeetingProperties meeting) {
			return first(meeting.eventName(), meeting.eventId());
		}
		if (event.properties() instanceof ServiceProperties service) {
			return first(service.serviceName(), service.serviceId());
		}
		if (event.properties() instanceof RewardProperties reward) {
			return all(number(reward.rewardAmount(), words), first(reward.rewardType(), reward.rewardDescription()));
		}
		return rare(event, words);
	}

	private static String rare(Event event, ValueWords words) {
		if (event.properties() instanceof FormCompiled form) {
			return first(form.formName(), form.formId());
		}
		if (event.properties() instanceof Searched searched) {
			return searched.keyword();
		}
		if (event.properties() instanceof ViewedProductCategory category) {
			return category.category();
		}
		if (event.properties() instanceof OrderShipped shipped) {
			return all(shipped.orderId(), shipped.carrier());
		}
		if (event.properties() instanceof GrantedCoupon coupon) {
			return first(coupon.campaignName(), coupon.code());
		}
		if (event.properties() instanceof GenericActiveEvent generic) {
			return generic.name();
		}
		return (event.properties() instanceof GenericPassiveEvent generic) ? generic.name() : null;
	}

	private static String sum(Amount amount, ValueWords words) {
		String total = number(amount.total(), words);
		return (total != null && amount.local().currency() != null) ? total + " " + amount.local().currency() : total;
	}

	private static String number(BigDecimal number, ValueWords words) {
		return (number != null) ? words.free((number.scale() == 1) ? number.setScale(2) : number) : null;
	}

	private static String products(List<OrderLine> lines) {
		String names = lines.stream()
			.map(OrderLine::name)
			.filter(Objects::nonNull)
			.limit(3)
			.collect(Collectors.joining(", "));
		return names.isEmpty() ? null : (lines.size() > 3) ? names + " …" : names;
	}

	private static String first(String... texts) {
		return Stream.of(texts).filter(StringUtils::hasText).findFirst().orElse(null);
	}

	private static String all(String... texts) {
		String joined = Stream.of(texts).filter(StringUtils::hasText).collect(Collectors.joining(" · "));
		return joined.isEmpty() ? null : joined;
	}

}
