package io.contacthub.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Index of the documents as lists show them: some time behind the changes.
 */
final class DelayedIndex {

	private final Duration delay;

	private final InstantSource clock;

	private final Map<String, ObjectNode> visible = new LinkedHashMap<>();

	private final Deque<Change> pending = new ArrayDeque<>();

	DelayedIndex(Duration delay, InstantSource clock) {
		this.delay = delay;
		this.clock = clock;
	}

	void put(String id, ObjectNode document) {
		change(new Change(this.clock.instant().plus(this.delay), id, document));
	}

	void remove(String id) {
		change(new Change(this.clock.instant().plus(this.delay), id, null));
	}

	private void change(Change change) {
		if (this.delay.isZero()) {
			apply(change);
		}
		else {
			this.pending.add(change);
		}
	}

	Collection<ObjectNode> documents() {
		catchUp(this.clock.instant());
		return this.visible.values();
	}

	/**
	 * Show all changes now, whatever the delay is.
	 */
	void catchUp() {
		catchUp(Instant.MAX);
	}

	private void catchUp(Instant now) {
		for (Change next = this.pending.peek(); next != null && !next.due().isAfter(now); next = this.pending.peek()) {
			apply(next);
			this.pending.remove();
		}
	}

	private void apply(Change change) {
		if (change.document() != null) {
			this.visible.put(change.id(), change.document());
		}
		else {
			this.visible.remove(change.id());
		}
	}

	void clear() {
		this.visible.clear();
		this.pending.clear();
	}

	private record Change(Instant due, String id, @Nullable ObjectNode document) {
	}

}
