package io.contacthub.event;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

import io.contacthub.bulk.BulkSource;
import io.contacthub.client.ApiPage;
import io.contacthub.client.ContactHubClient;

import org.springframework.data.domain.Pageable;

/**
 * The events of a stream, of which the first page tells how many there are.
 */
class EventReading implements BulkSource<Event> {

	private final ContactHubClient client;

	private final Function<Pageable, ApiPage<Event>> pages;

	private final AtomicLong total = new AtomicLong(-1);

	EventReading(ContactHubClient client, Function<Pageable, ApiPage<Event>> pages) {
		this.client = client;
		this.pages = pages;
	}

	@Override
	public Stream<Event> stream() {
		return this.client.stream(this::page);
	}

	private ApiPage<Event> page(Pageable pageable) {
		ApiPage<Event> page = this.pages.apply(pageable);
		this.total.compareAndSet(-1, page.page().totalElements());
		return page;
	}

	@Override
	public OptionalLong total() {
		long known = this.total.get();
		return (known >= 0) ? OptionalLong.of(known) : OptionalLong.empty();
	}

}
