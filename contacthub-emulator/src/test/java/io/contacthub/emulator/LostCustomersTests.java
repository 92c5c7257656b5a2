package io.contacthub.emulator;

import java.time.InstantSource;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is kept of deleted customers.
 */
@DisplayName("Of deleted customers")
class LostCustomersTests {

	private final LostCustomers lost = new LostCustomers(InstantSource.system());

	@Test
	@DisplayName("the last 200,000 are kept")
	void lastOnesAreKept() {
		for (int number = 0; number < 200_010; number++) {
			this.lost.customerChanged(customer(number), null);
		}
		assertThat(this.lost.of("node")).hasSize(200_000)
			.extracting(LostCustomer::id)
			.doesNotContain("0", "9")
			.contains("10", "200009");
	}

	@Test
	@DisplayName("one that is there again is none")
	void returnedCustomerIsNotLost() {
		this.lost.customerChanged(customer(1), null);
		this.lost.customerChanged(customer(2), null);
		this.lost.customerChanged(null, customer(1));
		assertThat(this.lost.of("node")).extracting(LostCustomer::id).containsExactly("2");
		assertThat(this.lost.of("other")).isEmpty();
		this.lost.clear();
		assertThat(this.lost.of("node")).isEmpty();
	}

	private static StoredCustomer customer(int number) {
		ObjectNode document = Json.object().put("id", String.valueOf(number)).put("nodeId", "node");
		return new StoredCustomer(number, document);
	}

}
