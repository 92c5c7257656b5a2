package io.contacthub.batch.remote;

import java.io.File;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.messaging.support.GenericMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
	@DisplayName("read no other objects from the database, and leave them there")
	void readNothingElse() {
		PartitionRequests requests = new PartitionRequests(Database.dataSource(), "strange");
		requests.channel().send(new GenericMessage<>(new File("strange")));
		assertThatExceptionOfType(SerializationFailedException.class).isThrownBy(() -> requests.receive((request) -> {
		})).withRootCauseInstanceOf(SecurityException.class).withStackTraceContaining("java.io.File");
		assertThat(requests.outstanding()).isOne();
	}

	@Test
	@DisplayName("need a group")
	void needGroup() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PartitionRequests(Database.dataSource(), " "))
			.withMessageContaining("group is blank");
	}

}
