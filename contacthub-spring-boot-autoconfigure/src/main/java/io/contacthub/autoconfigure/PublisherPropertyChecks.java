package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.contacthub.client.Delivery;

import org.springframework.util.ClassUtils;

/**
 * Checks of the properties of publishers: what their settings refuse, and what goes with
 * the store alone, or with that and a connection.
 */
final class PublisherPropertyChecks {

	private static final String STORE = "contacthub.events.publisher";

	private static final List<String> LIBRARIES = List.of("org.springframework.jdbc.core.simple.JdbcClient",
			"org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer");

	private static final String LEASE = STORE + ".jdbc.lease";

	private final ContactHubProperties.Publisher publisher;

	private final PropertyFaults faults;

	PublisherPropertyChecks(ContactHubProperties.Publisher publisher, PropertyFaults faults) {
		this.publisher = publisher;
		this.faults = faults;
	}

	/**
	 * Check what holds for all connections.
	 * @param jdbc whether there is what the store in the database needs
	 */
	void check(boolean jdbc) {
		this.publisher.settings(this.faults.refusals("events.publisher"),
				this.faults.refusals("events.publisher.retry"));
		this.publisher.jdbc().settings(Duration.ZERO, this.faults.refusals("events.publisher.jdbc"));
		PropertyChecks.atMost(this.faults, "events.publisher.concurrency", this.publisher.concurrency());
		PropertyChecks.atMost(this.faults, "events.publisher.retry.multiplier", this.publisher.retry().multiplier());
		if (isJdbc()) {
			library(jdbc);
			delivery();
		}
	}

	private boolean isJdbc() {
		return this.publisher.store() == EventStore.JDBC;
	}

	private void library(boolean present) {
		if (!present && LIBRARIES.stream().allMatch((type) -> ClassUtils.isPresent(type, null))) {
			this.faults.add("events.publisher.store",
					"is jdbc: needs ContactHubJdbcAutoConfiguration, which the application or its test leaves out", """
							Add it, or keep the events in memory:

							%s""".formatted(ContactHubConfigurationException.lines(STORE, "store: memory")));
		}
		else if (!present) {
			this.faults.add("events.publisher.store",
					"is jdbc: needs the support of Spring Boot for JDBC, which is missing", """
							Add the starter, and the driver of the database:

							<dependency>
							  <groupId>org.springframework.boot</groupId>
							  <artifactId>spring-boot-starter-jdbc</artifactId>
							</dependency>

							Or keep the events in memory, where they are lost when the process is killed:

							%s""".formatted(ContactHubConfigurationException.lines(STORE, "store: memory")));
		}
	}

	private void delivery() {
		if (this.publisher.delivery() == Delivery.AT_MOST_ONCE) {
			this.faults.add("events.publisher.delivery",
					"is at-most-once: from the store jdbc, an event that may have been carried out is sent again",
					"""
							Accept that some events are sent twice, or keep them in memory, where they are lost when the \
							process is killed. Remove the property, or set one of these:

							%s"""
						.formatted(ContactHubConfigurationException.lines(STORE,
								"delivery: at-least-once\n# store: memory")));
		}
	}

	/**
	 * Check that no call outlives the time for which an event belongs to its sender.
	 * @param connection gives the longest time of a call of a connection
	 * @param property where that is set
	 */
	void callTimeout(Supplier<Duration> connection, String property) {
		Duration lease = this.publisher.jdbc().lease();
		if (!isJdbc() || lease == null) {
			return;
		}
		Duration callTimeout = connection.get();
		Duration shortest = ContactHubProperties.PublisherJdbc.shortestLease(callTimeout);
		if (lease.compareTo(shortest) < 0) {
			this.faults.add(new ContactHubConfigurationException(LEASE,
					"is " + lease + ": it must be at least " + shortest
							+ ", twice as long as a call takes at most, since another process takes the event over "
							+ "then, and '" + property + "' is " + callTimeout + ".",
					"""
							Shorten the calls, or give a longer time, or remove it to have twice that of a call:

							%s""".formatted(ContactHubConfigurationException.lines(parent(property),
							"call-timeout: " + seconds(lease.dividedBy(2)))
							+ ContactHubConfigurationException.lines(STORE + ".jdbc",
									"# lease: " + seconds(shortest)))));
		}
	}

	private static String parent(String property) {
		return property.substring(0, property.lastIndexOf('.'));
	}

	private static String seconds(Duration duration) {
		return (duration.toMillisPart() == 0) ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
	}

}
