package io.contacthub.messaging.autoconfigure;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.integration.leader.AbstractCandidate;
import org.springframework.integration.leader.Context;
import org.springframework.integration.support.leader.LockRegistryLeaderInitiator;
import org.springframework.integration.support.locks.LockRegistry;

/**
 * Leadership of the feed: the instance that holds a lock reads changes. It ends after the
 * endpoint, so that no other instance begins before its last listener has ended.
 * <p>
 * A leader whose database hangs when it renews the lock reads on until that call ends,
 * and may do so beside another one. The changes of that time come twice, and the offset
 * stays right, since it is replaced by who knows what it was only.
 */
class FeedLeadership implements SmartLifecycle {

	/**
	 * Before the publishers, since listeners may publish events.
	 */
	static final int ENDPOINT_PHASE = SmartLifecycle.DEFAULT_PHASE - 3072;

	private static final Duration UNLOCK_TIMEOUT = Duration.ofSeconds(5);

	private final UpdateFeedEndpoint endpoint;

	private final Instance instance;

	private final @Nullable LockRegistryLeaderInitiator initiator;

	private final @Nullable ObservedLockRegistry locks;

	private volatile boolean running;

	/**
	 * Create the leadership.
	 * @param endpoint reads changes
	 * @param locks has the lock, {@code null} for an instance that always leads
	 * @param role the name of the lock
	 * @param publisher is told of who leads
	 */
	FeedLeadership(UpdateFeedEndpoint endpoint, @Nullable LockRegistry<?> locks, String role,
			ApplicationEventPublisher publisher) {
		this.endpoint = endpoint;
		this.instance = new Instance(role);
		if (locks != null) {
			this.locks = new ObservedLockRegistry(locks, this::isRunning);
			this.initiator = new LockRegistryLeaderInitiator(this.locks, this.instance);
			this.initiator.setApplicationEventPublisher(publisher);
		}
		else {
			this.locks = null;
			this.initiator = null;
		}
	}

	@Override
	public void start() {
		this.running = true;
		if (this.initiator != null) {
			this.initiator.start();
		}
		else {
			this.endpoint.lead();
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.endpoint.follow();
		if (this.initiator != null) {
			this.initiator.stop();
			this.instance.awaitEnd();
		}
	}

	/**
	 * Return why it is not known at present who leads, or {@code null} when it is.
	 */
	@Nullable Throwable failure() {
		return (this.locks != null) ? this.locks.failure() : null;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return ENDPOINT_PHASE - 1;
	}

	/**
	 * This instance as one that can lead.
	 */
	private final class Instance extends AbstractCandidate {

		private volatile @Nullable Context granted;

		private volatile CountDownLatch end = new CountDownLatch(0);

		Instance(String role) {
			super(UUID.randomUUID().toString(), role);
		}

		@Override
		public void onGranted(Context context) {
			this.granted = context;
			this.end = new CountDownLatch(1);
			FeedLeadership.this.endpoint.lead();
		}

		@Override
		public void onRevoked(Context context) {
			// after a restart, the end of what came before may be told late
			if (this.granted == context) {
				FeedLeadership.this.endpoint.follow();
				this.end.countDown();
			}
		}

		/**
		 * Wait until the lock is given back, which takes a database that is still there.
		 */
		void awaitEnd() {
			try {
				this.end.await(UNLOCK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
