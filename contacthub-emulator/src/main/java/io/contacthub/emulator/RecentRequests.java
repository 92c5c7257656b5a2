package io.contacthub.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * The requests that are remembered, newest first. There are up to 10,000, and fewer when
 * they would take more than 64 MB.
 */
final class RecentRequests implements RequestJournalStore {

	private static final int CAPACITY = 10_000;

	private static final long CAPACITY_IN_BYTES = 64 * 1024 * 1024;

	private final Deque<RememberedRequest> requests = new ArrayDeque<>();

	private long bytes;

	/**
	 * Return the last requests of the API.
	 * @param limit number of requests to return at most
	 * @return the requests, newest first
	 */
	List<RecentRequest> last(int limit) {
		return all().filter(RememberedRequest::isOfApi).limit(limit).map(RememberedRequest::describe).toList();
	}

	private synchronized Stream<RememberedRequest> all() {
		return List.copyOf(this.requests).stream();
	}

	synchronized void add(RememberedRequest request) {
		this.requests.addFirst(request);
		this.bytes += request.size();
		while (this.requests.size() > CAPACITY || this.bytes > CAPACITY_IN_BYTES) {
			removeLast();
		}
	}

	@Override
	public Stream<ServeEvent> getAll() {
		return all().filter(RememberedRequest::isReadable).map(RememberedRequest::event);
	}

	@Override
	public Stream<UUID> getAllKeys() {
		return all().filter(RememberedRequest::isReadable).map(RememberedRequest::id);
	}

	@Override
	public Optional<ServeEvent> get(UUID id) {
		return all().filter((request) -> request.isReadable() && request.id().equals(id))
			.findFirst()
			.map(RememberedRequest::event);
	}

	@Override
	public void add(ServeEvent event) {
		add(new RememberedRequest(event));
	}

	/**
	 * Leave the event as it is: what is put is the one that was added.
	 */
	@Override
	public void put(UUID id, ServeEvent event) {
	}

	@Override
	public synchronized void remove(UUID id) {
		this.requests.removeIf((request) -> {
			boolean removed = request.id().equals(id);
			this.bytes -= removed ? request.size() : 0;
			return removed;
		});
	}

	@Override
	public synchronized void removeLast() {
		RememberedRequest last = this.requests.pollLast();
		if (last != null) {
			this.bytes -= last.size();
		}
	}

	@Override
	public synchronized void clear() {
		this.requests.clear();
		this.bytes = 0;
	}

}
