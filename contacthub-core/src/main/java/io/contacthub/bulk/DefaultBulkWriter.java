package io.contacthub.bulk;

import java.util.Collection;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

import io.contacthub.client.BackgroundCalls;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.SharedPause;

import org.springframework.util.Assert;

/**
 * The writer that {@link BulkWriter#create} makes, and those that are made of it.
 *
 * @param <S> the type of the items
 * @param <T> the type of what is written
 */
final class DefaultBulkWriter<S, T> implements BulkWriter<S> {

	private final BulkWork<T> work;

	private final Function<? super S, ? extends T> mapping;

	DefaultBulkWriter(BulkWork<T> work, Function<? super S, ? extends T> mapping) {
		this.work = work;
		this.mapping = mapping;
	}

	static <T> BulkWriter<T> of(ContactHubClient client, Function<ContactHubClient, BulkOperation<T>> operation,
			BulkSettings settings) {
		BackgroundCalls calls = BackgroundCalls.of(client);
		return new DefaultBulkWriter<>(new BulkWork<>(() -> operation.apply(calls.client()),
				calls.executor("contacthub-bulk-", settings.concurrency()), settings, SharedPause.PauseClock.SYSTEM),
				Function.identity());
	}

	@Override
	public BulkRun<S> write(Iterator<? extends S> items) {
		Assert.notNull(items, "items are null: give those to be written");
		return write(BulkInput.of(items));
	}

	@Override
	public BulkRun<S> write(Collection<? extends S> items) {
		Assert.notNull(items, "items are null: give those to be written");
		return write(BulkInput.of(items));
	}

	@Override
	public BulkRun<S> write(Stream<? extends S> items) {
		Assert.notNull(items, "items are null: give those to be written");
		return write(BulkInput.of(items));
	}

	private BulkRun<S> write(BulkInput<S> input) {
		return new DefaultBulkRun<>(this.work, this.mapping, input);
	}

	@Override
	public <R> BulkWriter<R> from(Function<? super R, ? extends S> mapping) {
		Assert.notNull(mapping, "mapping is null: give what makes of an item what is written");
		return new DefaultBulkWriter<R, T>(this.work, (item) -> this.mapping.apply(mapping.apply(item)));
	}

}
