package io.contacthub.batch.remote;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Checks databases.
 */
@DisplayName("Requests for partitions")
class PartitionRequestsTests {

	@BeforeAll
	static void startDatabase() {
		Database.start();
	}

	@Test
	@DisplayName("need PostgreSQL")
	void needPostgres() {
		PartitionRequests requests = new PartitionRequests(new DriverManagerDataSource("jdbc:h2:mem:no"), "group");
		assertThatIllegalStateException().isThrownBy(requests::afterPropertiesSet)
			.withMessageContaining("is H2: only PostgreSQL");
	}

	@Test
	@DisplayName("need the tables of Spring Integration, and say where they are described")
	void needTables() {
		new JdbcTemplate(Database.dataSource()).execute("CREATE SCHEMA IF NOT EXISTS empty");
		PartitionRequests requests = new PartitionRequests(
				new DriverManagerDataSource(Database.url() + "&currentSchema=empty"), "group");
		assertThatIllegalStateException().isThrownBy(requests::afterPropertiesSet)
			.withMessageContaining("classpath:org/springframework/integration/jdbc/schema-postgresql.sql");
		assertThatCode(new PartitionRequests(Database.dataSource(), "group")::afterPropertiesSet)
			.doesNotThrowAnyException();
	}

	@Test
	@DisplayName("need a group")
	void needGroup() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PartitionRequests(Database.dataSource(), " "))
			.withMessageContaining("group is blank");
	}

}
