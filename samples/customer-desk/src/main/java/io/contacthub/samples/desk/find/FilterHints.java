package io.contacthub.samples.desk.find;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.query.Query;
import io.contacthub.samples.desk.panel.Panel;
import io.contacthub.samples.desk.panel.Panels;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What helps somebody whose filter finds nobody: without which of its parts there would
 * be customers.
 */
@Component
class FilterHints {

	private final ReadOnlyCustomerRepository customers;

	private final CustomerList list;

	private final Panels panels;

	FilterHints(ReadOnlyCustomerRepository customers, CustomerList list, Panels panels) {
		this.customers = customers;
		this.list = list;
		this.panels = panels;
	}

	/**
	 * Return the parts without which there are customers, as far as that can be found out
	 * in a short time.
	 */
	List<FilterHint> of(CustomerFilter filter, List<FilterChip> chips, ZoneId zone) {
		if (chips.size() < 2) {
			return List.of();
		}
		// each count but one needs it
		Supplier<Query> saved = SingletonSupplier.of(() -> this.list.saved(filter));
		List<CompletableFuture<Panel<FilterHint>>> counts = chips.stream()
			.map((chip) -> this.panels.load(() -> new FilterHint(chip,
					this.customers.count(this.list.query(filter.without(chip.name()), zone, saved)))))
			.toList();
		CompletableFuture.allOf(counts.toArray(CompletableFuture[]::new))
			.completeOnTimeout(null, Panels.SHORTLY.toMillis(), TimeUnit.MILLISECONDS)
			.join();
		return counts.stream()
			.flatMap((count) -> Stream.ofNullable(count.getNow(null)))
			.filter(Panel::isLoaded)
			.map(Panel::value)
			.filter((hint) -> hint.count() > 0)
			.toList();
	}

}
