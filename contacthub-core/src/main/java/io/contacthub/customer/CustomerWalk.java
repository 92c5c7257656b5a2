package io.contacthub.customer;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.contacthub.client.ApiPage;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * Goes through customers while they are changed and deleted. A place in a list is told by
 * a number of the page elsewhere, and moves with each customer that falls out of the
 * list; here it is told by the last registration, which no change moves.
 */
class CustomerWalk extends Spliterators.AbstractSpliterator<Customer> {

	private final Query query;

	private final BiFunction<Query, Pageable, Page<Customer>> pages;

	private final Deque<Customer> found = new ArrayDeque<>();

	/**
	 * The ids of those that were registered at the last registration.
	 */
	private final Set<String> done = new HashSet<>();

	private @Nullable Instant last;

	private int number;

	private long total = -1;

	private boolean closed;

	CustomerWalk(Query query, BiFunction<Query, Pageable, Page<Customer>> pages) {
		super(Long.MAX_VALUE, ORDERED | NONNULL | DISTINCT);
		this.query = query;
		this.pages = pages;
	}

	@Override
	public boolean tryAdvance(Consumer<? super Customer> action) {
		while (!this.closed && this.found.isEmpty() && look()) {
			// further pages may have nothing but what was there before
		}
		Customer customer = this.closed ? null : this.found.poll();
		if (customer == null) {
			return false;
		}
		action.accept(customer);
		return true;
	}

	/**
	 * Look at the next page.
	 * @return whether there may be more to find
	 */
	private boolean look() {
		Page<Customer> page = this.pages.apply(remaining(),
				PageRequest.of(this.number, ApiPage.MAX_SIZE, CustomerFields.REGISTERED_AT.asc()));
		Instant before = this.last;
		page.forEach(this::add);
		if (this.last != null && !this.last.equals(before)) {
			this.number = 0;
			this.total = -1;
			return true;
		}
		boolean moved = this.total >= 0 && this.total != page.getTotalElements();
		this.total = page.getTotalElements();
		if (page.hasNext()) {
			this.number++;
			return true;
		}
		// of those registered at the same time one may have moved to a page seen before
		boolean again = this.number > 0 && (moved || !this.found.isEmpty());
		this.number = 0;
		this.total = again ? page.getTotalElements() : -1;
		return again;
	}

	private Query remaining() {
		return (this.last != null) ? this.query.intersect(Query.where(CustomerFields.REGISTERED_AT.gte(this.last)))
				: this.query;
	}

	private void add(Customer customer) {
		String id = customer.id();
		Instant registered = customer.registeredAt();
		if (id == null || registered == null || (this.last != null && registered.isBefore(this.last))) {
			throw new DataRetrievalFailureException("The customers cannot be gone through: ContactHub gave "
					+ ((registered != null) ? "them in another order than that of their registration"
							: "one without its id or registration"));
		}
		if (!registered.equals(this.last)) {
			this.done.clear();
			this.last = registered;
		}
		if (this.done.add(id)) {
			this.found.add(customer);
		}
	}

	void close() {
		this.closed = true;
		this.found.clear();
	}

}
