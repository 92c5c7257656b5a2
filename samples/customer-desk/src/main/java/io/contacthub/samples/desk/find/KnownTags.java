package io.contacthub.samples.desk.find;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.query.Projection;
import io.contacthub.samples.desk.panel.Recent;

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

	private final ReadOnlyCustomerRepository customers;

	private final Recent recent;

	KnownTags(ReadOnlyCustomerRepository customers, Recent recent) {
		this.customers = customers;
		this.recent = recent;
	}

	/**
	 * Return the tags, the most frequent ones first; one request a minute.
	 * @return the tags
	 */
	public List<String> tags() {
		return this.recent.get(KnownTags.class, this::read);
	}

	private List<String> read() {
		Map<String, Long> counts = this.customers.findAll(CHANGED_LAST, Projection.of(TAGS))
			.stream()
			.flatMap((customer) -> Stream.concat(customer.tags().manual().stream(), customer.tags().auto().stream())
				.distinct())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.toList();
	}

}
