package io.contacthub.customer;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.contacthub.bulk.BulkSource;
import io.contacthub.client.BackgroundCalls;
import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.ContactHubClient;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The customers of a walk, of which a page is read while those of the one before are
 * worked on.
 */
class CustomerReading extends Spliterators.AbstractSpliterator<Customer> implements BulkSource<Customer> {

	private final CustomerWalk walk;

	private final RegistrationPosition position;

	private final Function<Callable<List<Customer>>, Future<List<Customer>>> readers;

	private final Deque<Customer> page = new ArrayDeque<>();

	private @Nullable Future<List<Customer>> ahead;

	private volatile boolean ended;

	/**
	 * Create a source.
	 * @param walk the customers
	 * @param position the place at which it begins
	 * @param readers has a page read on another thread
	 */
	CustomerReading(CustomerWalk walk, RegistrationPosition position,
			Function<Callable<List<Customer>>, Future<List<Customer>>> readers) {
		super(Long.MAX_VALUE, ORDERED | NONNULL | DISTINCT);
		this.walk = walk;
		this.position = position;
		this.readers = readers;
	}

	static CustomerReading of(ContactHubClient client, ReadOnlyCustomerRepository customers, Query query,
			@Nullable Projection projection, @Nullable String position) {
		Assert.notNull(query, "query is null: use Query.all() for any customer");
		Projection walked = (projection != null) ? CustomerWalk.walkable(projection) : null;
		CustomerWalk walk = new CustomerWalk(query, (remaining, page) -> customers.findAll(remaining, page, walked),
				at(position));
		BackgroundExecutor readers = BackgroundCalls.of(client).executor("contacthub-read-", 1);
		return new CustomerReading(walk, at(position), readers::submit);
	}

	private static RegistrationPosition at(@Nullable String position) {
		return (position != null) ? RegistrationPosition.parse(position) : new RegistrationPosition();
	}

	@Override
	public boolean tryAdvance(Consumer<? super Customer> action) {
		if (this.page.isEmpty() && !this.ended) {
			this.page.addAll(nextPage());
			this.ended = this.page.isEmpty();
			if (!this.ended) {
				this.ahead = this.readers.apply(this.walk::next);
			}
		}
		Customer customer = this.page.poll();
		if (customer == null) {
			return false;
		}
		action.accept(customer);
		return true;
	}

	private List<Customer> nextPage() {
		Future<List<Customer>> present = this.ahead;
		return (present != null) ? BackgroundCalls.await(present) : this.walk.next();
	}

	@Override
	public Stream<Customer> stream() {
		return StreamSupport.stream(this, false).onClose(this::close);
	}

	private void close() {
		this.ended = true;
		this.page.clear();
		if (this.ahead != null) {
			this.ahead.cancel(true);
		}
	}

	@Override
	public OptionalLong total() {
		return this.walk.total();
	}

	@Override
	public void passed(Customer customer) {
		Instant registered = customer.registeredAt();
		if (registered != null) {
			this.position.pass(String.valueOf(customer.id()), RegistrationPosition.milliseconds(registered));
		}
	}

	@Override
	public Optional<String> position() {
		return this.position.text();
	}

}
