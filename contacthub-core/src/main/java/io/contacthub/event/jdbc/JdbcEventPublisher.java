package io.contacthub.event.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.contacthub.client.IllegalSettingException;
import io.contacthub.client.TracingId;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.Event;
import io.contacthub.event.EventBacklog;
import io.contacthub.event.EventChecks;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.event.RefusedEvents;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.Assert;

/**
 * Publisher that keeps its events in a table of the application,
 * {@code contacthub_event}, until they are sent. An event is accepted in the caller's
 * transaction, when there is one of the same {@code DataSource}: it is sent once that is
 * committed, and a rollback leaves nothing of it. Otherwise it is committed at once. With
 * the starter of Spring Boot it is a bean, with
 * {@code contacthub.events.publisher.store=jdbc}; without it: <pre class="code">{@code
 * EventPublisher publisher = JdbcEventPublisher.create(dataSource, new JdbcTransactionManager(dataSource),
 *         node.events(), JdbcEventPublisherSettings.defaults().withName("shop"), null);
 * }</pre>
 * <p>
 * All publishers of a name send what is in the table, in as many processes as there are;
 * each event is leased to one of them at a time. The events that a process had in its
 * hands when it was killed, at most twice
 * {@link JdbcEventPublisherSettings#concurrency()}, are taken over when their lease ends;
 * those of them that ContactHub had accepted already come once more, as does each event
 * whose answer was lost. That is what <em>at least once</em> means here.
 * <p>
 * An event that ContactHub refuses goes to the table {@code contacthub_refused_event},
 * see {@link #refused()}, and the listener is told of it. One that fails otherwise is put
 * off, each time longer, while the others go on; all pause only when so many fail one
 * after the other as are sent at the same time, or when the token or the server cannot be
 * trusted, in which case none is refused. By default the order of events is not kept, see
 * {@link JdbcEventPublisherSettings#ordered()}.
 * <p>
 * It needs one connection beside those of its callers, on a thread of its own, and none
 * while it sends. The token is that of the repository, whoever publishes; of the context
 * of a caller, the table keeps {@link TracingId}, or the id of the caller's trace. A
 * database that answers before a commit is on the disk can lose it when the machine
 * stops; H2 in a file does so when the process is killed, unless its URL has
 * {@code WRITE_DELAY=0}.
 */
public final class JdbcEventPublisher implements DurableEventPublisher {

	private static final Duration BACKLOG_AGE = Duration.ofSeconds(5);

	/** How often a flush looks whether the table is empty. */
	private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

	/** An event that waits is tried once in so many looks. */
	private static final int LOOKS_PER_HURRY = 20;

	private static final Log logger = LogFactory.getLog(DurableEventPublisher.class);

	private final DataSource dataSource;

	private final EventDatabase database;

	private final JdbcEventPublisherSettings settings;

	private final EventTable table;

	private final RefusedEventTable refused;

	private final CallerTransactions callers;

	private final TransactionOperations own;

	private final EventSender sender;

	private final @Nullable EventPublisherListener listener;

	private final Supplier<@Nullable String> traceId;

	private final Object dispatching = new Object();

	private volatile EventDispatcher dispatcher;

	private boolean paused;

	/** Of those dispatchers that were there before a pause. */
	private long sentBefore;

	private long refusedBefore;

	private final AtomicBoolean closed = new AtomicBoolean();

	private volatile @Nullable Backlog backlog;

	private JdbcEventPublisher(DataSource dataSource, PlatformTransactionManager transactions, EventRepository events,
			JdbcEventPublisherSettings settings, @Nullable EventPublisherListener listener,
			Supplier<@Nullable String> traceId) {
		this.database = EventDatabase.of(dataSource);
		this.dataSource = dataSource;
		this.settings = settings;
		this.callers = new CallerTransactions(dataSource, transactions);
		this.own = this.callers.own();
		if (!new TransactionCheck(dataSource, this.own).isPassed()) {
			throw new IllegalSettingException("transactions", transactions.getClass().getName(),
					"its transactions are not those of the dataSource, so that events would be lost or sent twice;"
							+ " give the transaction manager of that dataSource");
		}
		this.table = table();
		this.refused = new RefusedEventTable(dataSource, this.callers, settings.name(), this::changed);
		this.sender = new EventSender(events, settings);
		this.listener = listener;
		this.traceId = traceId;
		this.dispatcher = dispatcher(this.table);
	}

	/**
	 * Return the table, with a lease owner that has nothing leased yet.
	 */
	private EventTable table() {
		return new EventTable(this.dataSource, this.settings.name(), UUID.randomUUID().toString(),
				new EventOrder(this.dataSource, this.database, this.settings.name(), this.settings.ordered()));
	}

	private EventDispatcher dispatcher(EventTable table) {
		return new EventDispatcher(table, this.own, this.sender, this.settings,
				new EventTeller(this.settings.name(), this.listener));
	}

	/**
	 * Create a publisher, which begins to send what is in the table. To be closed before
	 * the database is.
	 * @param dataSource the database, H2 or PostgreSQL, with the tables in it
	 * @param transactions the transactions of that {@code DataSource}, such as a
	 * {@code JdbcTransactionManager} or a {@code JpaTransactionManager}; of one that does
	 * not tell, such as that of JTA, it is tried whether they are
	 * @param events sends the events; a call with all its repetitions may take half as
	 * long as the lease
	 * @param settings the settings
	 * @param listener is told of events that were refused, or {@code null} to have them
	 * logged by their type and a summary of the failure
	 * @return the publisher
	 * @throws IllegalSettingException when the database is another one, or the
	 * transactions are those of another {@code DataSource}
	 * @throws IllegalStateException when the tables are missing
	 * @throws DataAccessException when the database does not answer
	 */
	public static JdbcEventPublisher create(DataSource dataSource, PlatformTransactionManager transactions,
			EventRepository events, JdbcEventPublisherSettings settings, @Nullable EventPublisherListener listener) {
		return create(dataSource, transactions, events, settings, listener, () -> null);
	}

	/**
	 * Create a publisher, as
	 * {@link #create(DataSource, PlatformTransactionManager, EventRepository, JdbcEventPublisherSettings, EventPublisherListener)},
	 * that keeps the id of the caller's trace with an event, where there is no
	 * {@link TracingId}.
	 * @param dataSource the database
	 * @param transactions the transactions of that {@code DataSource}
	 * @param events sends the events
	 * @param settings the settings
	 * @param listener is told of events that were refused, or {@code null}
	 * @param traceId gives the id of the trace that the present thread works for, of 1 to
	 * 255 visible characters, {@code null} for none
	 * @return the publisher
	 * @throws IllegalSettingException as without a trace
	 * @throws IllegalStateException when the tables are missing
	 * @throws DataAccessException when the database does not answer
	 */
	public static JdbcEventPublisher create(DataSource dataSource, PlatformTransactionManager transactions,
			EventRepository events, JdbcEventPublisherSettings settings, @Nullable EventPublisherListener listener,
			Supplier<@Nullable String> traceId) {
		Assert.notNull(dataSource, "dataSource is null: give the database that has the tables");
		Assert.notNull(transactions, "transactions is null: give the transaction manager of the dataSource");
		Assert.notNull(events, "events is null: give the repository that sends the events");
		Assert.notNull(settings, "settings is null: give settings, such as JdbcEventPublisherSettings.defaults()");
		Assert.notNull(traceId, "traceId is null: give what knows the id of a trace, or leave it out");
		JdbcEventPublisher publisher = new JdbcEventPublisher(target(dataSource), transactions, events, settings,
				listener, traceId);
		publisher.dispatcher.start();
		return publisher;
	}

	/**
	 * Return the database as transactions know it.
	 */
	private static DataSource target(DataSource dataSource) {
		DataSource target = (dataSource instanceof TransactionAwareDataSourceProxy proxy) ? proxy.getTargetDataSource()
				: null;
		return (target != null) ? target : dataSource;
	}

	@Override
	public boolean publish(Event event) {
		Assert.notNull(event, "event is null: give the event to be sent");
		if (this.closed.get()) {
			throw new RejectedExecutionException("The publisher is closed");
		}
		// what is certain to be refused must fail the transaction that publishes it
		EventChecks.checkNew(event);
		AcceptedEvent accepted = AcceptedEvent.of((event.date() != null) ? event : event.withDate(Instant.now()),
				this.settings.ordered(), TracingId.current(this.traceId));
		return this.callers.write((transaction) -> {
			this.table.add(accepted);
			return true;
		}, () -> this.dispatcher.wake());
	}

	private void changed() {
		this.backlog = null;
		this.dispatcher.wake();
	}

	@Override
	public int queued() {
		try {
			return (int) Math.min(Integer.MAX_VALUE, backlog().waiting());
		}
		catch (DataAccessException ex) {
			logger.debug("The table of events cannot be read", ex);
			Backlog last = this.backlog;
			return (last != null) ? (int) Math.min(Integer.MAX_VALUE, last.backlog().waiting()) : 0;
		}
	}

	@Override
	public EventBacklog backlog() {
		Backlog present = this.backlog;
		long now = System.nanoTime();
		if (present == null || now - present.at() >= BACKLOG_AGE.toNanos()) {
			present = new Backlog(this.own.execute((transaction) -> this.table.backlog()), now);
			this.backlog = present;
		}
		return present.backlog();
	}

	@Override
	public RefusedEvents refused() {
		return this.refused;
	}

	@Override
	public boolean flush(Duration timeout) {
		Duration time = EventChecks.checkTimeout(timeout);
		if (Thread.currentThread().isInterrupted()) {
			return false;
		}
		long end = System.nanoTime() + time.toNanos();
		this.sender.pause().hurry();
		try {
			return flushed(this.own.<Long>execute((transaction) -> this.table.lastId()), end);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			this.sender.pause().relax();
			this.backlog = null;
		}
	}

	private boolean flushed(long last, long end) throws InterruptedException {
		for (long look = 0;; look++) {
			if (look % LOOKS_PER_HURRY == 0) {
				this.own.executeWithoutResult((transaction) -> this.table.bringForward(last));
				this.dispatcher.wake();
			}
			if (!this.own.<Boolean>execute((transaction) -> this.table.hasUpTo(last))) {
				return true;
			}
			long left = end - System.nanoTime();
			if (left <= 0) {
				return false;
			}
			TimeUnit.NANOSECONDS.sleep(Math.min(left, LOOK_INTERVAL.toNanos()));
		}
	}

	@Override
	public long sent() {
		synchronized (this.dispatching) {
			return this.sentBefore + this.dispatcher.sent();
		}
	}

	@Override
	public long failed() {
		synchronized (this.dispatching) {
			return this.refusedBefore + this.dispatcher.refused();
		}
	}

	@Override
	public long dropped() {
		return 0;
	}

	@Override
	public void pause(Duration timeout) {
		Duration time = EventChecks.checkTimeout(timeout);
		EventDispatcher present;
		synchronized (this.dispatching) {
			this.paused = true;
			present = this.dispatcher;
		}
		present.stop(time);
	}

	@Override
	public void resume() {
		synchronized (this.dispatching) {
			if (this.paused && !this.closed.get()) {
				this.paused = false;
				this.sentBefore += this.dispatcher.sent();
				this.refusedBefore += this.dispatcher.refused();
				// what the former one may still have in its hands is not that of this one
				this.dispatcher = dispatcher(table());
				this.dispatcher.start();
			}
		}
	}

	@Override
	public void close() {
		close(this.settings.shutdownTimeout());
	}

	@Override
	public void close(Duration timeout) {
		Duration time = EventChecks.checkTimeout(timeout);
		if (this.closed.compareAndSet(false, true)) {
			EventDispatcher present;
			synchronized (this.dispatching) {
				present = this.dispatcher;
			}
			present.stop(time);
		}
	}

	/**
	 * What was in the store, and when it was asked.
	 */
	private record Backlog(EventBacklog backlog, long at) {

	}

}
