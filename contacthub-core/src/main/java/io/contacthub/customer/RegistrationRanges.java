package io.contacthub.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.contacthub.query.Criterion;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.util.Assert;

/**
 * Ranges of registrations with about as many customers each. Even spans of time would not
 * do: whoever has imported his customers has nearly all of them in one hour.
 */
final class RegistrationRanges {

	private final Function<PageRequest, Page<Customer>> pages;

	private final List<Instant> bounds = new ArrayList<>();

	/**
	 * Create ranges.
	 * @param pages gives pages of the customers, whose registration alone is looked at
	 * @param parts how many ranges there shall be
	 */
	RegistrationRanges(Function<PageRequest, Page<Customer>> pages, int parts) {
		Assert.isTrue(parts > 0, () -> "parts is " + parts + ": give how many queries there shall be");
		this.pages = pages;
		if (parts > 1) {
			find(parts);
		}
	}

	private void find(int parts) {
		Page<Customer> first = page(0);
		Instant previous = registration(first);
		long total = Math.min(first.getTotalElements(), Integer.MAX_VALUE);
		long number = Math.min(parts, total);
		for (long i = 1; previous != null && i < number; i++) {
			Instant bound = registration(page((int) (i * total / number)));
			// those of one millisecond stay together, and the list may move meanwhile
			if (bound != null && bound.isAfter(previous)) {
				this.bounds.add(bound);
				previous = bound;
			}
		}
	}

	private Page<Customer> page(int number) {
		return this.pages.apply(PageRequest.of(number, 1, CustomerFields.REGISTERED_AT.asc()));
	}

	private static @Nullable Instant registration(Page<Customer> page) {
		Instant registered = page.hasContent() ? page.getContent().get(0).registeredAt() : null;
		return (registered != null) ? RegistrationPosition.milliseconds(registered) : null;
	}

	/**
	 * Return the queries of those within each range.
	 * @param query the query of all of them
	 */
	List<Query> within(Query query) {
		List<Query> queries = new ArrayList<>();
		for (int i = 0; i <= this.bounds.size(); i++) {
			Criterion from = (i > 0) ? CustomerFields.REGISTERED_AT.gte(this.bounds.get(i - 1)) : null;
			Criterion to = (i < this.bounds.size()) ? CustomerFields.REGISTERED_AT.lt(this.bounds.get(i)) : null;
			Criterion range = (from == null || to == null) ? ((from != null) ? from : to) : from.and(to);
			queries.add(query.intersect((range != null) ? Query.where(range) : Query.all()));
		}
		return List.copyOf(queries);
	}

}
