package io.contacthub.test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.event.Event;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The events that are published in one transaction, until it is committed.
 */
final class TransactionRecording implements TransactionSynchronization {

	private final EventRecorder recorder;

	private final List<Event> events = new ArrayList<>();

	/** How many events there were before each savepoint. */
	private final Map<Object, Integer> savepoints = new HashMap<>();

	private TransactionRecording(EventRecorder recorder) {
		this.recorder = recorder;
	}

	/**
	 * Return whether the thread is in a transaction.
	 */
	static boolean isPossible() {
		return TransactionSynchronizationManager.isActualTransactionActive()
				&& TransactionSynchronizationManager.isSynchronizationActive();
	}

	/**
	 * Return the events of the present transaction.
	 */
	static TransactionRecording of(EventRecorder recorder) {
		for (TransactionSynchronization present : TransactionSynchronizationManager.getSynchronizations()) {
			if (present instanceof TransactionRecording recording && recording.recorder == recorder) {
				return recording;
			}
		}
		TransactionRecording recording = new TransactionRecording(recorder);
		TransactionSynchronizationManager.registerSynchronization(recording);
		return recording;
	}

	void add(Event event) {
		this.events.add(event);
	}

	@Override
	public void savepoint(Object savepoint) {
		this.savepoints.put(savepoint, this.events.size());
	}

	@Override
	public void savepointRollback(Object savepoint) {
		// of a savepoint that is older than the first event nothing is known
		int before = this.savepoints.getOrDefault(savepoint, 0);
		this.events.subList(before, this.events.size()).clear();
	}

	/**
	 * Record what is committed. Before that, others may publish after the commit.
	 */
	@Override
	public void afterCompletion(int status) {
		if (status == STATUS_COMMITTED) {
			this.recorder.record(this.events);
		}
	}

}
