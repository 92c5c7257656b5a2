package io.contacthub.customer;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.contacthub.client.ApiPage;
import io.contacthub.client.UnusableAnswerException;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * A way through customers while they are changed and deleted. A place in a list is told
 * by a number of the page elsewhere, and moves with each customer that falls out of the
 * list; here it is told by the last registration, which no change moves.
 */
class CustomerWalk extends Spliterators.AbstractSpliterator<Customer> {

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	private final Query query;

	private final BiFunction<Query, Pageable, Page<Customer>> pages;

	private final Deque<Customer> found = new ArrayDeque<>();

	/**
	 * The place behind what was found.
	 */
	private final RegistrationPosition position;

	/**
	 * How many there were to be found in all.
	 */
	private volatile long all = -1;

	private int number;

	/**
	 * How many there were when the present look through the pages began.
	 */
	private long total;

	private boolean anew;

	private long fruitless;

	private boolean ended;

	CustomerWalk(Query query, BiFunction<Query, Pageable, Page<Customer>> pages) {
		this(query, pages, new RegistrationPosition());
	}

	/**
	 * Begin behind a place.
	 */
	CustomerWalk(Query query, BiFunction<Query, Pageable, Page<Customer>> pages, RegistrationPosition position) {
		super(Long.MAX_VALUE, ORDERED | NONNULL | DISTINCT);
		this.query = query;
		this.pages = pages;
		this.position = position;
	}

	/**
	 * Return a projection with what a walk needs to know of a customer.
	 */
	static Projection walkable(Projection projection) {
		List<Field<?>> fields = new ArrayList<>(projection.fields());
		for (Field<?> needed : List.of(CustomerFields.ID, CustomerFields.REGISTERED_AT)) {
			if (fields.stream().noneMatch((field) -> field.path().equals(needed.path()))) {
				fields.add(needed);
			}
		}
		return new Projection(fields);
	}

	@Override
	public boolean tryAdvance(Consumer<? super Customer> action) {
		find();
		Customer customer = this.found.poll();
		if (customer == null) {
			return false;
		}
		action.accept(customer);
		return true;
	}

	/**
	 * Return the customers of the next page that has any.
	 * @return the customers, none at the end
	 */
	List<Customer> next() {
		find();
		List<Customer> next = List.copyOf(this.found);
		this.found.clear();
		return next;
	}

	/**
	 * Return how many there are in all, as the first page says; known to any thread.
	 */
	OptionalLong total() {
		long known = this.all;
		return (known >= 0) ? OptionalLong.of(known) : OptionalLong.empty();
	}

	private void find() {
		while (!this.ended && this.found.isEmpty()) {
			look();
		}
	}

	/**
	 * Look at the next page. Those of the last registration come first, maybe on several
	 * pages, and may move from one to another when some fall out. Therefore those after
	 * them are taken only when all pages since the first have shown that there is none
	 * left, and none has moved.
	 */
	private void look() {
		Page<Customer> page = this.pages.apply(remaining(),
				PageRequest.of(this.number, ApiPage.MAX_SIZE, CustomerFields.REGISTERED_AT.asc()));
		if (this.number == 0) {
			this.total = page.getTotalElements();
			this.anew = false;
			if (this.all < 0) {
				this.all = Math.max(0, this.total - this.position.ties());
			}
		}
		boolean moved = this.total != page.getTotalElements();
		boolean later = false;
		for (Customer customer : page) {
			Instant registered = registered(customer);
			Instant last = this.position.last();
			later = later || (last != null && registered.isAfter(last));
			if (!later || this.number == 0 || (!this.anew && !moved)) {
				add(customer, registered);
			}
		}
		countFruitless();
		if (later) {
			this.number = 0;
		}
		else if (page.hasNext()) {
			this.number++;
		}
		else {
			this.ended = (this.number == 0 || (!this.anew && !moved)) && this.found.isEmpty();
			this.number = 0;
		}
	}

	private Query remaining() {
		Instant last = this.position.last();
		return (last != null) ? this.query.intersect(Query.where(CustomerFields.REGISTERED_AT.gte(last))) : this.query;
	}

	private Instant registered(Customer customer) {
		Instant registered = customer.registeredAt();
		if (customer.id() == null || registered == null || registered.isAfter(LATEST)) {
			throw failure("ContactHub gave one without its id or registration");
		}
		Instant milliseconds = RegistrationPosition.milliseconds(registered);
		Instant last = this.position.last();
		if (last != null && milliseconds.isBefore(last)) {
			throw failure("ContactHub gave them in another order than that of their registration");
		}
		return milliseconds;
	}

	private void add(Customer customer, Instant registered) {
		if (this.position.pass(String.valueOf(customer.id()), registered)) {
			this.found.add(customer);
			this.anew = true;
		}
	}

	/**
	 * Count pages without anything new: they have those of the last registration only, of
	 * which there are so many: a few looks through all of them, and not more.
	 */
	private void countFruitless() {
		this.fruitless = this.found.isEmpty() ? this.fruitless + 1 : 0;
		if (this.fruitless > 10 + 4L * this.position.ties() / ApiPage.MAX_SIZE) {
			throw failure("the pages of ContactHub come to no end");
		}
	}

	private static DataAccessException failure(String reason) {
		return UnusableAnswerException.failure("GET /customers", "the customers cannot be gone through, " + reason);
	}

	void close() {
		this.ended = true;
		this.found.clear();
	}

}
