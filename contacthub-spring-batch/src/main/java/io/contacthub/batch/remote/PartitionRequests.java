package io.contacthub.batch.remote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.util.Assert;

/**
 * Requests to execute partitions, in the message store of Spring Integration in
 * PostgreSQL: any number of workers take them, each of them one.
 * <p>
 * A request is taken by a transaction that is open for as long as its partition is
 * executed. When the worker dies, the database sees its connection end, and the next
 * worker gets the same request at once; the partition goes on behind its last commit.
 * Nobody needs to find out who is alive.
 * <p>
 * So each partition that is executed keeps one connection of the data source, beside the
 * one of its chunks: it needs twice as many as there are workers in the process, and two
 * more where jobs are managed.
 */
public class PartitionRequests implements InitializingBean {

	private static final String SCHEMA = "org/springframework/integration/jdbc/schema-postgresql.sql";

	/** What requests are made of: nothing else is read from the database as an object. */
	private static final String[] CLASSES = { StepExecutionRequest.class.getName(), GenericMessage.class.getName(),
			MessageHeaders.class.getName(), "java.lang.Number", "java.lang.Integer", "java.lang.Long", "java.util.UUID",
			"java.util.HashMap" };

	private final DataSource dataSource;

	private final String group;

	private final JdbcChannelMessageStore store;

	/**
	 * Create requests.
	 * @param dataSource the database, which may be that of the jobs
	 * @param group the name of those that belong together, of which one process at a time
	 * manages a job
	 */
	public PartitionRequests(DataSource dataSource, String group) {
		Assert.notNull(dataSource, "dataSource is null: give a PostgreSQL database, such as that of the jobs");
		Assert.hasText(group, "group is blank: give the name that manager and workers have in common");
		this.dataSource = dataSource;
		this.group = group;
		this.store = store(dataSource);
	}

	private static JdbcChannelMessageStore store(DataSource dataSource) {
		JdbcChannelMessageStore store = new JdbcChannelMessageStore(dataSource);
		store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
		store.addAllowedPatterns(CLASSES);
		store.afterPropertiesSet();
		return store;
	}

	/**
	 * Check that the database can do what is needed.
	 * @throws IllegalStateException when it is no PostgreSQL, or has no tables of Spring
	 * Integration
	 */
	@Override
	public void afterPropertiesSet() {
		String product = product();
		Assert.state("PostgreSQL".equals(product), () -> "The database of partition requests is " + product
				+ ": only PostgreSQL lets workers skip what another one has taken, and gives it back when that one dies");
		try {
			outstanding();
		}
		catch (BadSqlGrammarException ex) {
			throw new IllegalStateException("The database has no tables of Spring Integration: run classpath:" + SCHEMA,
					ex);
		}
	}

	private String product() {
		try {
			return JdbcUtils.extractDatabaseMetaData(this.dataSource,
					(metaData) -> String.valueOf(metaData.getDatabaseProductName()));
		}
		catch (MetaDataAccessException ex) {
			throw new IllegalStateException("The database of partition requests cannot be asked what it is", ex);
		}
	}

	/**
	 * Return where the step that manages the partitions sends its requests: the output
	 * channel of a {@code RemotePartitioningManagerStepBuilder}, which needs no input
	 * channel, so that it looks into the repository of the jobs for what has become of
	 * them.
	 * @return the channel
	 */
	public MessageChannel channel() {
		return (message, timeout) -> {
			this.store.addMessageToGroup(this.group, message);
			return true;
		};
	}

	/**
	 * Return how many requests are left.
	 * @return the number of those that wait or are executed
	 */
	public int outstanding() {
		return this.store.messageGroupSize(this.group);
	}

	/**
	 * Have the next request handled, within the transaction that takes it.
	 * @param handler the handler; when it throws, the request is there as before
	 * @return whether there was one
	 * @throws SQLException when the database fails
	 */
	boolean receive(Consumer<StepExecutionRequest> handler) throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			boolean handled = false;
			try {
				// not a transaction of Spring's: those of the chunks would be within it
				JdbcChannelMessageStore taken = store(new SingleConnectionDataSource(connection, true));
				Message<?> message = taken.pollMessageFromGroup(this.group);
				if (message != null) {
					handler.accept((StepExecutionRequest) message.getPayload());
				}
				handled = true;
				return message != null;
			}
			finally {
				end(connection, handled);
			}
		}
	}

	private static void end(Connection connection, boolean handled) throws SQLException {
		if (handled) {
			connection.commit();
		}
		else {
			connection.rollback();
		}
		connection.setAutoCommit(true);
	}

	/**
	 * Become the only one that manages a job of the group, until that is closed or this
	 * process ends.
	 * @return what is to be closed
	 * @throws SQLException when the database fails
	 * @throws IllegalStateException when another one manages a job
	 */
	ManagerLock lock() throws SQLException {
		return ManagerLock.acquire(this.dataSource, this.group);
	}

}
