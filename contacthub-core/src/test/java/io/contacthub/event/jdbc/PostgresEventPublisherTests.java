package io.contacthub.event.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * Tests for {@link JdbcEventPublisher} with PostgreSQL.
 */
@DisplayName("With PostgreSQL,")
class PostgresEventPublisherTests {

	@Nested
	class Acceptance extends AcceptanceContract {

		Acceptance() {
			super(TestDatabase.postgres());
		}

	}

	@Nested
	class Delivery extends DeliveryContract {

		Delivery() {
			super(TestDatabase.postgres());
		}

	}

	@Nested
	class Failure extends FailureContract {

		Failure() {
			super(TestDatabase.postgres());
		}

	}

	@Nested
	class Closing extends ClosingContract {

		Closing() {
			super(TestDatabase.postgres());
		}

	}

	@Nested
	class Refused extends RefusedContract {

		Refused() {
			super(TestDatabase.postgres());
		}

	}

	@Nested
	class Order extends OrderContract {

		Order() {
			super(TestDatabase.postgres());
		}

	}

	@Nested
	class Settlement extends SettlementContract {

		Settlement() {
			super(TestDatabase.postgres());
		}

	}

}
