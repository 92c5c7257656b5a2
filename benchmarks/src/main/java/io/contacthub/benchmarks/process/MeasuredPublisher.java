package io.contacthub.benchmarks.process;

import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import io.contacthub.benchmarks.StarterApplication;
import io.contacthub.event.Event;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.jdbc.JdbcEventPublisher;
import io.contacthub.event.jdbc.JdbcEventPublisherSettings;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publisher of an application, whose events wait in memory or in a database.
 */
final class MeasuredPublisher implements AutoCloseable {

	private final EventPublisher publisher;

	private final TransactionOperations transactions;

	private final Runnable end;

	private MeasuredPublisher(EventPublisher publisher, TransactionOperations transactions, Runnable end) {
		this.publisher = publisher;
		this.transactions = transactions;
		this.end = end;
	}

	/**
	 * Create a publisher.
	 * @param client the application
	 * @param url the address of an empty database, or that of none for memory
	 * @param concurrency how many events it sends at the same time, if it is not the
	 * application that says so
	 */
	static MeasuredPublisher create(StarterApplication client, String url, int concurrency) {
		if (url.equals(EventDatabases.NONE)) {
			return new MeasuredPublisher(client.publisher(), TransactionOperations.withoutTransaction(), () -> {
			});
		}
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(url);
		String script = url.startsWith("jdbc:h2:") ? "schema-h2.sql" : "schema-postgresql.sql";
		new ResourceDatabasePopulator(new ClassPathResource(script, JdbcEventPublisher.class)).execute(dataSource);
		JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
		JdbcEventPublisher publisher = JdbcEventPublisher.create(dataSource, manager, client.events(),
				JdbcEventPublisherSettings.defaults().withConcurrency(concurrency), null);
		return new MeasuredPublisher(publisher, new TransactionTemplate(manager), () -> {
			// what is left is for nobody
			publisher.close(Duration.ofSeconds(1));
			dataSource.close();
		});
	}

	/**
	 * Publish an event some times, in one transaction if there is one.
	 */
	void publish(Event event, int times) {
		if (times == 1) {
			this.publisher.publish(event);
			return;
		}
		this.transactions.executeWithoutResult((status) -> {
			for (int time = 0; time < times; time++) {
				this.publisher.publish(event);
			}
		});
	}

	/**
	 * Wait until all events are sent.
	 */
	void flush() {
		if (!this.publisher.flush(Duration.ofMinutes(5)) || this.publisher.failed() + this.publisher.dropped() > 0) {
			throw new IllegalStateException("Events were not sent");
		}
	}

	@Override
	public void close() {
		this.end.run();
	}

}
