package io.contacthub.event.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * Tests for {@link JdbcEventPublisher} with H2.
 */
@DisplayName("With H2,")
class H2EventPublisherTests {

	@Nested
	class Acceptance extends AcceptanceContract {

		Acceptance() {
			super(TestDatabase.inMemory());
		}

	}

	@Nested
	class Delivery extends DeliveryContract {

		Delivery() {
			super(TestDatabase.inMemory());
		}

	}

	@Nested
	class Failure extends FailureContract {

		Failure() {
			super(TestDatabase.inMemory());
		}

	}

	@Nested
	class Closing extends ClosingContract {

		Closing() {
			super(TestDatabase.inMemory());
		}

	}

	@Nested
	class Refused extends RefusedContract {

		Refused() {
			super(TestDatabase.inMemory());
		}

	}

	@Nested
	class Order extends OrderContract {

		Order() {
			super(TestDatabase.inMemory());
		}

	}

	@Nested
	class Settlement extends SettlementContract {

		Settlement() {
			super(TestDatabase.inMemory());
		}

	}

}
