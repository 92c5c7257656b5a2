package io.contacthub.event.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import io.contacthub.client.IllegalSettingException;
import io.contacthub.client.PauseSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;

import org.springframework.util.function.ThrowingFunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link JdbcEventPublisherSettings}, and for what a publisher is created with.
 */
@DisplayName("The settings of a publisher with a table")
class JdbcEventPublisherSettingsTests {

	private final JdbcEventPublisherSettings settings = JdbcEventPublisherSettings.defaults();

	@Test
	@DisplayName("can be changed one by one")
	void changes() {
		PauseSettings retry = PauseSettings.defaults().withMultiplier(3);
		assertThat(this.settings.withName("shop")
			.withConcurrency(9)
			.withOrdered(true)
			.withLease(Duration.ofMinutes(1))
			.withPollInterval(Duration.ofSeconds(5))
			.withMaxAge(Duration.ofDays(3))
			.withShutdownTimeout(Duration.ofSeconds(1))
			.withRetry(retry))
			.isEqualTo(new JdbcEventPublisherSettings("shop", 9, true, Duration.ofMinutes(1), Duration.ofSeconds(5),
					Duration.ofDays(3), Duration.ofSeconds(1), retry));
	}

	@Test
	@DisplayName("are refused by their name when they make no sense")
	void refused() {
		assertRefused("name", (settings) -> settings.withName(" "));
		assertRefused("name", (settings) -> settings.withName("x".repeat(101)));
		assertRefused("concurrency", (settings) -> settings.withConcurrency(0));
		assertRefused("concurrency", (settings) -> settings.withConcurrency(1001));
		assertRefused("lease", (settings) -> settings.withLease(Duration.ofMillis(999)));
		assertRefused("lease", (settings) -> settings.withLease(Duration.ofDays(1).plusNanos(1)));
		assertRefused("pollInterval", (settings) -> settings.withPollInterval(Duration.ZERO));
		assertRefused("maxAge", (settings) -> settings.withMaxAge(Duration.ZERO));
		assertRefused("shutdownTimeout", (settings) -> settings.withShutdownTimeout(Duration.ofMillis(-1)));
		assertThat(this.settings.withName("x".repeat(100)).withConcurrency(1000).withLease(Duration.ofSeconds(1)))
			.isNotNull();
	}

	private void assertRefused(String setting, ThrowingFunction<JdbcEventPublisherSettings, Object> change) {
		assertThatExceptionOfType(IllegalSettingException.class).isThrownBy(() -> change.apply(this.settings))
			.satisfies((failure) -> assertThat(failure.setting()).isEqualTo(setting));
	}

	@Test
	@DisplayName("need a database that there are tables for")
	void otherDatabases() throws SQLException {
		Connection connection = mock(Answers.RETURNS_DEEP_STUBS);
		given(connection.getMetaData().getDatabaseProductName()).willReturn("MariaDB");
		DataSource dataSource = mock();
		given(dataSource.getConnection()).willReturn(connection);
		assertThatExceptionOfType(IllegalSettingException.class)
			.isThrownBy(() -> JdbcEventPublisher.create(dataSource, mock(), mock(), this.settings, null))
			.withMessage("dataSource is 'MariaDB': events are kept in H2 or PostgreSQL only");
	}

}
