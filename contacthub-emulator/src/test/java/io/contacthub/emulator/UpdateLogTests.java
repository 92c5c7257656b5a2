package io.contacthub.emulator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how much the log of updates keeps.
 */
@DisplayName("The log of updates")
class UpdateLogTests {

	private final UpdateLog log = new UpdateLog(new SettableClock());

	private final StoredCustomer customer = new StoredCustomer(1, Json.object().put("id", "c1").put("nodeId", "n1"));

	@Test
	@DisplayName("keeps the last 200,000 updates, and goes on with the first of them")
	void keepsLast() {
		for (int number = 0; number < UpdateLog.CAPACITY + 3; number++) {
			this.log.customerChanged(null, this.customer);
		}
		assertThat(this.log.last()).isEqualTo(200_003);
		assertThat(this.log.read(0, this.log.last(), (update) -> true, Integer.MAX_VALUE)).hasSize(200_000)
			.first()
			.satisfies((update) -> assertThat(update.offset()).isEqualTo(4));
		this.log.clear();
		assertThat(this.log.last()).isEqualTo(200_003);
		assertThat(this.log.last((update) -> true)).isEqualTo(200_003);
		this.log.customerChanged(null, this.customer);
		assertThat(this.log.read(0, this.log.last(), (update) -> true, 10)).extracting(LoggedUpdate::offset)
			.containsExactly(200_004L);
	}

	@Test
	@DisplayName("keeps fewer when many of them are changes, each of which may be a document that has been replaced")
	void keepsFewerChanges() {
		this.log.customerChanged(null, this.customer);
		for (int number = 0; number < UpdateLog.CHANGES; number++) {
			this.log.customerChanged(this.customer, this.customer);
		}
		assertThat(this.log.read(0, this.log.last(), (update) -> true, Integer.MAX_VALUE)).hasSize(50_001);
		this.log.customerChanged(null, this.customer);
		this.log.customerChanged(this.customer, null);
		assertThat(this.log.read(0, this.log.last(), (update) -> true, Integer.MAX_VALUE)).hasSize(50_001)
			.first()
			.satisfies((update) -> assertThat(update.offset()).isEqualTo(3));
		assertThat(this.log.last()).isEqualTo(50_003);
	}

}
