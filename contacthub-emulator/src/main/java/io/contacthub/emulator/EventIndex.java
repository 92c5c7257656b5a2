package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Index of events by something that each of them has at most one of, in the order of
 * their arrival.
 *
 * @param <K> the type of what events are looked up by
 */
final class EventIndex<K> {

	private final Map<K, Sequence<StoredEvent>> events = new ConcurrentHashMap<>();

	private final Function<StoredEvent, @Nullable K> key;

	EventIndex(Function<StoredEvent, @Nullable K> key) {
		this.key = key;
	}

	Sequence<StoredEvent> of(K key) {
		return this.events.getOrDefault(key, Sequence.empty());
	}

	/**
	 * Put an event in the place of what it was before.
	 * @param before the event before, null if it is a new one
	 * @param after the event after, null if it is removed
	 */
	void replace(@Nullable StoredEvent before, @Nullable StoredEvent after) {
		K keyBefore = (before != null) ? this.key.apply(before) : null;
		K keyAfter = (after != null) ? this.key.apply(after) : null;
		if (before != null && keyBefore != null && !keyBefore.equals(keyAfter)) {
			put(keyBefore, of(keyBefore).without(before));
		}
		if (after != null && keyAfter != null) {
			put(keyAfter, of(keyAfter).with(after));
		}
	}

	/**
	 * Add new events at once.
	 */
	void addAll(List<StoredEvent> added) {
		Map<K, List<StoredEvent>> groups = new HashMap<>();
		for (StoredEvent event : added) {
			K group = this.key.apply(event);
			if (group != null) {
				groups.computeIfAbsent(group, (absent) -> new ArrayList<>()).add(event);
			}
		}
		groups.forEach((group, list) -> put(group, of(group).withAll(list)));
	}

	void removeAll(K key) {
		this.events.remove(key);
	}

	private void put(K key, Sequence<StoredEvent> sequence) {
		if (sequence.isEmpty()) {
			this.events.remove(key);
		}
		else {
			this.events.put(key, sequence);
		}
	}

	void clear() {
		this.events.clear();
	}

}
