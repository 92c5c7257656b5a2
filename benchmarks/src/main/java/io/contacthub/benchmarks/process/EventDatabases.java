package io.contacthub.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * Databases for events, an empty one for each turn. PostgreSQL runs as long as this is
 * open; where it does not start, it is left out.
 */
final class EventDatabases implements AutoCloseable {

	/** The address of no database. */
	static final String NONE = "-";

	private static final Log logger = LogFactory.getLog(EventDatabases.class);

	private final Path folder;

	private final @Nullable EmbeddedPostgres postgres;

	private EventDatabases(Path folder, @Nullable EmbeddedPostgres postgres) {
		this.folder = folder;
		this.postgres = postgres;
	}

	/**
	 * Start what is needed: no process if it is only to be seen that everything works.
	 * @param plan tells whether it is
	 */
	static EventDatabases start(BenchmarkPlan plan) throws IOException {
		return new EventDatabases(Files.createTempDirectory("events"), plan.smoke() ? null : startPostgres());
	}

	private static @Nullable EmbeddedPostgres startPostgres() {
		// it tells each of its steps where the tables are printed
		LoggingSystem.get(EventDatabases.class.getClassLoader()).setLogLevel("io.zonky.test", LogLevel.WARN);
		try {
			return EmbeddedPostgres.builder()
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("fsync", "on")
				.start();
		}
		catch (IOException | IllegalStateException ex) {
			logger.warn("PostgreSQL does not start here, and is left out: " + ex);
			return null;
		}
	}

	List<EventStore> stores() {
		return (this.postgres != null) ? List.of(EventStore.values())
				: List.of(EventStore.MEMORY, EventStore.H2_MEMORY, EventStore.H2_FILE);
	}

	List<EventStore> transactional() {
		return stores().stream().filter((store) -> store != EventStore.MEMORY).toList();
	}

	/**
	 * Create a database.
	 * @return its address
	 */
	String create(EventStore store) throws SQLException {
		String name = "events_" + UUID.randomUUID().toString().replace('-', '_');
		return switch (store) {
			case MEMORY -> NONE;
			case H2_MEMORY -> "jdbc:h2:mem:" + name;
			case H2_FILE -> "jdbc:h2:file:" + this.folder.resolve(name) + ";WRITE_DELAY=0";
			case POSTGRESQL -> createPostgres(name);
		};
	}

	private String createPostgres(String name) throws SQLException {
		if (this.postgres == null) {
			throw new IllegalStateException("PostgreSQL does not run");
		}
		try (Connection connection = this.postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		return this.postgres.getJdbcUrl("postgres", name);
	}

	@Override
	public void close() throws IOException {
		if (this.postgres != null) {
			this.postgres.close();
		}
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
