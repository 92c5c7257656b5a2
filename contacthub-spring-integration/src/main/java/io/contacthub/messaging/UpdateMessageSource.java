package io.contacthub.messaging;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.IllegalSettingException;
import io.contacthub.client.PauseSettings;
import io.contacthub.client.RecentAnswer;
import io.contacthub.update.EntityType;
import io.contacthub.update.OffsetNotReachedException;
import io.contacthub.update.Update;
import io.contacthub.update.UpdateFilter;
import io.contacthub.update.UpdateOperation;
import io.contacthub.update.UpdateRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.integration.IntegrationMessageHeaderAccessor;
import org.springframework.integration.endpoint.AbstractMessageSource;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.support.management.ManageableLifecycle;
import org.springframework.util.Assert;

/**
 * Message source of what has changed in a workspace, one change a message.
 * <pre class="code">{@code
 * IntegrationFlow flow = IntegrationFlow
 *     .from(source, (endpoint) -> endpoint.poller((poller) -> poller.fixedDelay(5_000)))
 *     .handle(Update.class, (update, headers) -> handle(update))
 *     .get();
 * }</pre>
 * <p>
 * Where it is, it keeps in a store, and moves on when all changes of a page were handled:
 * a polling endpoint acknowledges a message when the flow returns, and rejects it when
 * the flow throws. Behind an executor or a queue, have the flow do so itself: take
 * {@code StaticMessageHeaderAccessor.getAcknowledgmentCallback(message)}, call
 * {@code noAutoAck()} in the polling thread, and {@code acknowledge(ACCEPT)} when the
 * change was handled; as long as one is missing, no further page is read. What a thread
 * has neither acknowledged nor so taken over when it asks for the next one is rejected: a
 * handler has thrown an error.
 * <p>
 * In a transaction, a change is handled when that is committed. With a
 * {@code JdbcMetadataStore} of the same database, the offset is stored in the transaction
 * too, with another store when the next message is asked for.
 * <p>
 * So no change is missed, and after a failure or a restart those of one page come once
 * more at most. A change that is rejected is given again, and skipped after the greatest
 * number of attempts; one that is requeued is given again without being counted.
 * <p>
 * One source reads with one key at a time: let many instances elect a leader. Two that
 * read nevertheless notice when they store where they are.
 */
public class UpdateMessageSource extends AbstractMessageSource<Update> implements ManageableLifecycle {

	private static final Duration LAG_AGE = Duration.ofSeconds(10);

	private static final String BLANK_KEY = "key is blank: give the name under which the offset is stored, "
			+ "another one for each source";

	private final Lock lock = new ReentrantLock();

	private final PageReader reader;

	private final LongSupplier nanoTime;

	private final RecentAnswer<OptionalLong> lag;

	private final ReadFailures failures = new ReadFailures();

	private final UpdateSettlement settlement;

	private int pageSize = 500;

	private UpdateStart start = UpdateStart.LATEST;

	private volatile boolean running;

	private volatile boolean stopped;

	private volatile boolean restarted;

	/**
	 * Create a source.
	 * @param updates the updates of the workspace
	 * @param filter which of them, such as {@link UpdateFilter#fromBeginning()} for all;
	 * where it begins has an effect for {@link UpdateStart#BEGINNING} only
	 * @param offsets keeps where the source is
	 * @param key the name under which it does
	 */
	public UpdateMessageSource(UpdateRepository updates, UpdateFilter filter, ConcurrentMetadataStore offsets,
			String key) {
		this(updates, filter, offsets, key, System::nanoTime);
	}

	UpdateMessageSource(UpdateRepository updates, UpdateFilter filter, ConcurrentMetadataStore offsets, String key,
			LongSupplier nanoTime) {
		Assert.notNull(updates, "updates is null: give those of the workspace");
		Assert.notNull(filter, "filter is null: use UpdateFilter.fromBeginning() for all updates");
		Assert.notNull(offsets, "offsets is null: give a store, such as a SimpleMetadataStore");
		Assert.hasText(key, BLANK_KEY);
		this.reader = new PageReader(updates, filter, new StoredOffset(offsets, key));
		this.settlement = new UpdateSettlement(this.reader, this.lock, nanoTime);
		this.nanoTime = nanoTime;
		this.lag = new RecentAnswer<>(this.reader::lag, LAG_AGE,
				BackgroundExecutor.unbounded("contacthub-lag-", (task) -> task), nanoTime);
	}

	/**
	 * Set how many changes a page has at most, which is how many may come once more.
	 * @param pageSize the number, from 1 to {@value UpdateRepository#MAX_SIZE}; 500
	 * unless it is set
	 */
	public void setPageSize(int pageSize) {
		if (pageSize < 1 || pageSize > UpdateRepository.MAX_SIZE) {
			throw new IllegalSettingException("pageSize", pageSize,
					"it must be from 1 to " + UpdateRepository.MAX_SIZE);
		}
		this.pageSize = pageSize;
	}

	/**
	 * Set where changes begin as long as no offset is stored.
	 * @param start where they begin; {@link UpdateStart#LATEST} unless it is set
	 */
	public void setStart(UpdateStart start) {
		Assert.notNull(start, "start is null: give LATEST or BEGINNING");
		this.start = start;
	}

	/**
	 * Set how often a change is given before it is skipped. They are counted anew after a
	 * restart.
	 * @param maxAttempts the number, 0 for one that is never skipped and holds up those
	 * behind it; 3 unless it is set
	 */
	public void setMaxAttempts(int maxAttempts) {
		if (maxAttempts < 0) {
			throw new IllegalSettingException("maxAttempts", maxAttempts, "it must not be negative");
		}
		this.settlement.setMaxAttempts(maxAttempts);
	}

	/**
	 * Set the pauses before a change is given again, and those while changes cannot be
	 * read.
	 * @param backOff their lengths
	 */
	public void setBackOff(PauseSettings backOff) {
		Assert.notNull(backOff, "backOff is null: use PauseSettings.defaults()");
		this.settlement.setBackOff(backOff);
	}

	/**
	 * Set who is told of changes that are skipped.
	 * @param skipListener the listener, in place of the log
	 */
	public void setSkipListener(UpdateSkipListener skipListener) {
		Assert.notNull(skipListener, "skipListener is null: set none to have it logged");
		this.settlement.setSkipListener(skipListener);
	}

	@Override
	public String getComponentType() {
		return "contacthub:inbound-channel-adapter";
	}

	@Override
	public void start() {
		this.restarted = true;
		this.stopped = false;
		this.running = true;
	}

	/**
	 * Give no further change, and read none. Those that are being handled can be
	 * acknowledged yet.
	 */
	@Override
	public void stop() {
		this.stopped = true;
		this.running = false;
		this.reader.interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	protected @Nullable Object doReceive() {
		if (!this.stopped && !this.restarted) {
			this.settlement.rejectAbandoned();
		}
		this.lock.lock();
		try {
			if (this.restarted) {
				this.restarted = false;
				this.failures.clear();
				this.settlement.forget();
			}
			if (this.stopped || this.failures.isLasting() || this.failures.left(this.nanoTime.getAsLong()) > 0) {
				return null;
			}
			PendingUpdate next = this.reader.take(this.pageSize, this.start, this.nanoTime.getAsLong());
			this.failures.end();
			// one that is not given is read once more after the next start
			return (next != null && !this.stopped) ? message(next) : null;
		}
		catch (InvalidOffsetException ex) {
			this.failures.stop(ex, "No change is read any more, since where to go on is not known: " + ex.getMessage()
					+ ". Correct or remove what is stored as " + this.reader.key() + ", and start again");
			return null;
		}
		catch (OffsetNotReachedException ex) {
			this.failures.addNotReached(ex, this.settlement.backOff(), this.nanoTime.getAsLong(), this.reader.key());
			return null;
		}
		catch (RuntimeException ex) {
			if (!this.stopped) {
				this.failures.add(ex, this.settlement.backOff(), this.nanoTime.getAsLong());
			}
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

	private Object message(PendingUpdate pending) {
		Update update = pending.update();
		UpdateOperation operation = update.operation();
		EntityType type = update.entity().type();
		return getMessageBuilderFactory().withPayload(update)
			.setHeader(UpdateHeaders.OPERATION, (operation != null) ? operation.value() : null)
			.setHeader(UpdateHeaders.ENTITY, (type != null) ? type.value() : null)
			.setHeader(UpdateHeaders.OFFSET, pending.page().from())
			.setHeader(IntegrationMessageHeaderAccessor.DELIVERY_ATTEMPT, new AtomicInteger(pending.attempts() + 1))
			.setHeader(IntegrationMessageHeaderAccessor.ACKNOWLEDGMENT_CALLBACK, this.settlement.handOut(pending));
	}

	/**
	 * Return how far this is behind: the offset of the last change less the one that is
	 * stored. Offsets may be further apart than one, so that it is no number of changes.
	 * It is asked for once in 10 s at most.
	 * @return the difference, or empty as long as it is not known, such as where the
	 * stored offset is none of this workspace
	 */
	public OptionalLong lag() {
		return this.failures.isLost() ? OptionalLong.empty() : this.lag.get().orElse(OptionalLong.empty());
	}

	/**
	 * Return how many changes were handled.
	 * @return the number, those included that were handled again
	 */
	public long handled() {
		return this.settlement.handled();
	}

	/**
	 * Return how often a change was rejected.
	 * @return the number
	 */
	public long failed() {
		return this.settlement.failed();
	}

	/**
	 * Return how many changes were skipped.
	 * @return the number
	 */
	public long skipped() {
		return this.settlement.skipped();
	}

	/**
	 * Return for how long there is nothing to receive after a failure.
	 * @return the time that is left of the present pause, zero without one
	 */
	public Duration pause() {
		this.lock.lock();
		try {
			long now = this.nanoTime.getAsLong();
			return ReadFailures.duration(Math.max(this.reader.left(now), this.failures.left(now)));
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return how it is.
	 * @return the present status
	 */
	public UpdateSourceStatus status() {
		PendingUpdate update = this.settlement.repeated();
		return new UpdateSourceStatus(this.reader.offset(), (update != null) ? update.update() : null,
				(update != null) ? update.attempts() : 0, this.failures.present(), this.failures.isLasting());
	}

}
