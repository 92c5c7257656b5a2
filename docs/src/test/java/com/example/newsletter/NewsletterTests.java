package com.example.newsletter;

import java.util.List;
import java.util.Map;

import com.example.AbstractEmulatorTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Preference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.EmptyResultDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The page on newsletters")
class NewsletterTests extends AbstractEmulatorTests {

	private final CustomerRepository customers = NODE.customers();

	private final Newsletter newsletter = new Newsletter(this.customers);

	private String id;

	@BeforeEach
	void store() {
		this.id = this.customers
			.insert(Customer.of(Map.of("base", Map.of("contacts", Map.of("email", "ann@example.com")))))
			.id();
	}

	@Test
	@DisplayName("switches it on and off, and keeps the register")
	void switches() {
		assertThat(isOn()).isFalse();
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> new Consenting(this.customers).weekly(this.id));
		this.newsletter.subscribe(this.id);
		assertThat(isOn()).isTrue();
		assertThat(new Consenting(this.customers).weekly(this.id).preferences()).extracting(Preference::value)
			.containsExactly("weekly");
		Unsubscription unsubscription = new Unsubscription(this.newsletter, (secret) -> secret);
		unsubscription.unsubscribe(this.id);
		assertThat(isOn()).isFalse();
		assertThat(this.customers.subscriptions(this.id).getById("news")).satisfies((news) -> {
			assertThat(news.startDate()).isNotNull();
			assertThat(news.endDate()).isNotNull();
			assertThat(news.preferences()).hasSize(1);
		});
		assertThat(unsubscription.unsubscribe("nobody")).isEqualTo("unsubscribed");
		List<String> history = new ConsentHistory(WORKSPACE).of(this.id);
		assertThat(history).hasSize(2);
		assertThat(history.get(0)).endsWith(": consents.marketing.automatic.email.status is true");
		assertThat(history.get(1)).endsWith(" is false");
	}

	@Test
	@DisplayName("keeps what was read and agreed to")
	void agrees() {
		Customer customer = new Consenting(this.customers).read(this.id, "2026-01");
		assertThat(customer.consents().disclaimer().version()).isEqualTo("2026-01");
		assertThat(customer.consents().thirdPartyTransfer().marketing()).returns(true, (consent) -> consent.objection())
			.returns(null, (consent) -> consent.status());
	}

	private boolean isOn() {
		return this.newsletter.isOn(this.customers.getById(this.id));
	}

}
