package io.contacthub.samples.orders;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.event.properties.OrderLine;
import io.contacthub.event.properties.PaymentMethod;

/**
 * What an order is in ContactHub.
 */
final class OrderEvents {

	private OrderEvents() {
	}

	/**
	 * Return the event of an order. Its customer is found by the number that it has in
	 * the shop; its date is that of the order, however late the event is sent.
	 */
	static Event event(Order order) {
		CompletedOrder properties = CompletedOrder.builder()
			.orderId(order.number())
			.paymentMethod(PaymentMethod.of(order.payment()))
			.amount((amount) -> amount.total(order.total()))
			.products(order.lines().stream().map(OrderEvents::line).toList())
			.build();
		return Event.of(properties).in(EventContext.ECOMMERCE).byExternalId(order.customer()).at(order.placedAt());
	}

	private static OrderLine line(Order.Line line) {
		return OrderLine.builder()
			.id(line.article())
			.name(line.name())
			.quantity(line.quantity())
			.price(line.price())
			.build();
	}

}
