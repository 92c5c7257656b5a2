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

}
