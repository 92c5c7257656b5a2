package io.contacthub.event.jdbc;

import java.util.UUID;

import io.contacthub.event.EventRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link JdbcEventPublisher} with H2 that speaks as other databases do.
 */
@DisplayName("With H2 that speaks as another database,")
class H2ModeTests {

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "PostgreSQL", "Oracle", "MSSQLServer", "Derby", "STRICT", "MySQL" })
	@DisplayName("events are sent in order or without one")
	void sends(String mode) {
		JdbcDataSource database = new JdbcDataSource();
		database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=" + mode);
		database.setUser("sa");
		new ResourceDatabasePopulator(new ClassPathResource("io/contacthub/event/jdbc/schema-h2.sql"))
			.execute(database);
		for (boolean ordered : new boolean[] { true, false }) {
			try (JdbcEventPublisher publisher = JdbcEventPublisher.create(database,
					new JdbcTransactionManager(database), mock(EventRepository.class),
					JdbcEventPublisherSettings.defaults().withOrdered(ordered), null)) {
				publisher.publish(EventStoreContract.event("c1"));
				publisher.publish(EventStoreContract.event("c1"));
				assertThat(publisher.flush(EventStoreContract.LONG)).isTrue();
				assertThat(publisher.failed()).isZero();
			}
		}
	}

}
