package io.contacthub.emulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

/**
 * The requests that are remembered, newest first.
 */
final class RecentRequests implements RequestJournalStore {

	private static final int CAPACITY = 10_000;

	private final Deque<ServeEvent> events = new ArrayDeque<>();

	/**
	 * Return the last requests of the API.
	 * @param limit number of requests to return at most
	 * @return the requests, newest first
	 */
	List<RecentRequest> last(int limit) {
		return getAll().filter((event) -> event.getRequest().getUrl().startsWith(EmulatedRequest.ROOT + "/"))
			.limit(limit)
			.map(RecentRequests::describe)
			.toList();
	}

	private static RecentRequest describe(ServeEvent event) {
		LoggedRequest request = event.getRequest();
		Map<String, List<String>> headers = new LinkedHashMap<>();
		for (HttpHeader header : request.getHeaders().all()) {
			headers.computeIfAbsent(header.key(), (name) -> new ArrayList<>()).addAll(header.values());
		}
		return new RecentRequest(event.getId().toString(), request.getMethod().getName(), request.getUrl(), headers,
				request.getBody(), event.getResponse().getStatus(), request.getLoggedDate().toInstant(),
				event.getTiming().getProcessTime());
	}

	@Override
	public synchronized Stream<ServeEvent> getAll() {
		return List.copyOf(this.events).stream();
	}

	@Override
	public Stream<UUID> getAllKeys() {
		return getAll().map(ServeEvent::getId);
	}

	@Override
	public Optional<ServeEvent> get(UUID id) {
		return getAll().filter((event) -> event.getId().equals(id)).findFirst();
	}

	@Override
	public synchronized void add(ServeEvent event) {
		this.events.addFirst(event);
		while (this.events.size() > CAPACITY) {
			this.events.removeLast();
		}
	}

	/**
	 * Leave the event as it is: what is put is the one that was added.
	 */
	@Override
	public void put(UUID id, ServeEvent event) {
	}

	@Override
	public synchronized void remove(UUID id) {
		this.events.removeIf((event) -> event.getId().equals(id));
	}

	@Override
	public synchronized void removeLast() {
		this.events.pollLast();
	}

	@Override
	public synchronized void clear() {
		this.events.clear();
	}

}
