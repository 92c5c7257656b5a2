package io.contacthub.test;

import java.util.List;

import io.contacthub.event.RefusedEvent;
import io.contacthub.event.RefusedEvents;

/**
 * Refused events of a recorder: there are none.
 */
enum NothingRefused implements RefusedEvents {

	/**
	 * The only one.
	 */
	INSTANCE;

	@Override
	public long count() {
		return 0;
	}

	@Override
	public List<RefusedEvent> findAfter(long id, int limit) {
		return List.of();
	}

	@Override
	public int replayAll() {
		return 0;
	}

	@Override
	public int replay(long... ids) {
		return 0;
	}

	@Override
	public int delete(long... ids) {
		return 0;
	}

}
