package io.contacthub.samples.desk.find;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.query.Projection;
import io.contacthub.samples.desk.panel.Recent;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

import static io.contacthub.customer.CustomerFields.TAGS;
import static io.contacthub.customer.CustomerFields.UPDATED_AT;

/**
 * The tags that are in use. ContactHub has no list of them: these are the ones of the
 * customers that were changed last.
 */
@Component
public class KnownTags {

	private static final PageRequest CHANGED_LAST = PageRequest.of(0, 50, UPDATED_AT.desc());

	// an import of customers without tags must not hide those of all others
	private static final int PAGES = 8;

	private static final int ENOUGH = 5;

	private final ReadOnlyCustomerRepository customers;

	private final Recent recent;

	KnownTags(ReadOnlyCustomerRepository customers, Recent recent) {
		this.customers = customers;
		this.recent = recent;
	}

	/**
	 * Return the tags, the most frequent ones first; a few requests a minute.
	 * @return the tags
	 */
	public List<String> tags() {
		return this.recent.get(KnownTags.class, this::read);
	}

	private List<String> read() {
		Map<String, Long> counts = new HashMap<>();
		for (int number = 0; number < PAGES; number++) {
			Page<Customer> page = this.customers.findAll(CHANGED_LAST.withPage(number), Projection.of(TAGS));
			page.forEach((customer) -> Stream.of(customer.tags().manual(), customer.tags().auto())
				.flatMap(List::stream)
				.distinct()
				.forEach((tag) -> counts.merge(tag, 1L, Long::sum)));
			if (counts.size() >= ENOUGH || !page.hasNext()) {
				break;
			}
		}
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.toList();
	}

}
