package io.contacthub.samples.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventBacklog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A shop and its broker, for as long as the emulator stands in for ContactHub: an order
 * each second, some of them with a payment that ContactHub does not know, and now and
 * then a customer with a new address. An application of yours does without it.
 */
@Component
@EnableScheduling
@ConditionalOnBooleanProperty(name = "orders.demo", matchIfMissing = true)
class DemoShop {

	private static final Log logger = LogFactory.getLog(DemoShop.class);

	private static final List<String> PAYMENTS = List.of("creditcard", "paypal", "cash", "debitcard");

	/** One that ContactHub does not know. */
	private static final String VOUCHER = "voucher";

	private final JsonMapper json = JsonMapper.shared();

	private final AtomicInteger offset = new AtomicInteger();

	private final ObjectProvider<ContactHubEmulator> emulator;

	private final CustomerRepository customers;

	private final DurableEventPublisher publisher;

	private final MessageChannel topic;

	DemoShop(ObjectProvider<ContactHubEmulator> emulator, CustomerRepository customers, DurableEventPublisher publisher,
			@Qualifier("orders") MessageChannel topic) {
		this.emulator = emulator;
		this.customers = customers;
		this.publisher = publisher;
		this.topic = topic;
	}

	@Scheduled(fixedRate = 1000)
	void sell() {
		if (this.emulator.getIfAvailable() == null) {
			return;
		}
		int offset = this.offset.getAndIncrement();
		String customer = "C" + offset % 3;
		if (offset < 3) {
			register(customer);
		}
		else if (offset % 4 == 0) {
			move(customer, offset);
		}
		String payment = (offset % 8 == 7) ? VOUCHER : PAYMENTS.get(offset % PAYMENTS.size());
		Order order = new Order(String.valueOf(1000 + offset), customer, Instant.now(), payment,
				new BigDecimal("24.90"), List.of(new Order.Line("A7", "Lamp", 1, new BigDecimal("24.90"))));
		this.topic.send(MessageBuilder.withPayload(this.json.writeValueAsBytes(order))
			.copyHeaders(Map.of("kafka_receivedTopic", "orders", "kafka_receivedPartitionId", 0, "kafka_offset",
					(long) offset, "kafka_receivedMessageKey", customer))
			.build());
		logger.info("accepted  order " + order.number() + " of " + customer + ", paid by " + order.payment());
	}

	private void register(String number) {
		this.customers.insert(Customer.builder()
			.externalId(number)
			.base((base) -> base.contacts((contacts) -> contacts.email(number.toLowerCase() + "@example.com")))
			.build());
	}

	private void move(String number, int offset) {
		this.customers.findByExternalId(number)
			.ifPresent((customer) -> this.customers.patch(String.valueOf(customer.id()), (patch) -> patch
				.set(CustomerFields.BASE.CONTACTS.EMAIL, number.toLowerCase() + "-" + offset + "@example.com")));
	}

	@Scheduled(initialDelay = 10_000, fixedRate = 10_000)
	void report() {
		EventBacklog backlog = this.publisher.backlog();
		logger.info("so far    ContactHub has taken " + this.publisher.sent() + " events, " + backlog.waiting()
				+ " wait, " + backlog.refused() + " were refused");
	}

}
