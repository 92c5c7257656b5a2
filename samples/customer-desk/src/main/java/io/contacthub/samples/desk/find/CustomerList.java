package io.contacthub.samples.desk.find;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.query.Criterion;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import io.contacthub.samples.desk.layout.ConsentKind;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.ENABLED;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;

/**
 * The customers that a filter finds.
 */
@Component
public class CustomerList {

	/**
	 * The attribute of the session that has the address of the list as it was seen last.
	 */
	public static final String LAST = "lastList";

	private static final Projection COLUMNS = Projection.of(BASE.FIRST_NAME, BASE.LAST_NAME, BASE.CONTACTS.EMAIL,
			BASE.ADDRESS.CITY, BASE.DOB, TAGS, ENABLED, REGISTERED_AT);

	private final ReadOnlyCustomerRepository customers;

	private final SavedFilters savedFilters;

	CustomerList(ReadOnlyCustomerRepository customers, SavedFilters savedFilters) {
		this.customers = customers;
		this.savedFilters = savedFilters;
	}

	/**
	 * Return the query of the customers that a filter finds, with days in UTC.
	 * @param filter the filter
	 * @return the query
	 */
	public Query query(CustomerFilter filter) {
		return query(filter, ZoneOffset.UTC);
	}

	/**
	 * Return the query of the customers that a filter finds. A filter with a segment
	 * makes a request for it.
	 * @param filter the filter
	 * @param zone the zone in which the day of a registration begins
	 * @return the query
	 * @throws IllegalArgumentException when the filter has a day or a choice that is none
	 */
	public Query query(CustomerFilter filter, ZoneId zone) {
		return query(filter, zone, () -> saved(filter));
	}

	/**
	 * Return the query of the customers that a filter finds.
	 * @param saved gives the query of its segment, and is asked only if it has one
	 */
	Query query(CustomerFilter filter, ZoneId zone, Supplier<Query> saved) {
		Query query = criteria(filter, zone);
		return (filter.segment() != null) ? saved.get().intersect(query) : query;
	}

	/**
	 * Return the query of the segment of a filter, which is a request.
	 */
	Query saved(CustomerFilter filter) {
		return this.savedFilters.query(filter.segment());
	}

	static Query criteria(CustomerFilter filter, ZoneId zone) {
		Query query = Query.all();
		if (filter.q() != null) {
			query = query.and(new SearchText(filter.q()).criterion());
		}
		if (filter.city() != null) {
			query = query.and(SearchText.equal(BASE.ADDRESS.CITY, filter.city()));
		}
		if (filter.tag() != null) {
			query = query.and(tagged(filter.tag()));
		}
		if (filter.bornFrom() != null) {
			query = query.and(BASE.DOB.gte(FilterChecks.day(filter.bornFrom())));
		}
		if (filter.bornTo() != null) {
			query = query.and(BASE.DOB.lte(FilterChecks.day(filter.bornTo())));
		}
		if (filter.consent() != null) {
			query = query.and(ConsentKind.of(filter.consent())
				.orElseThrow(() -> new IllegalArgumentException("'" + filter.consent() + "' is no consent"))
				.fields().STATUS.eq(true));
		}
		if (filter.registeredSince() != null) {
			Instant since = FilterChecks.day(filter.registeredSince()).atStartOfDay(zone).toInstant();
			query = query.and(REGISTERED_AT.gte(since));
		}
		if (filter.enabled() != null) {
			query = query.and(ENABLED.eq(Boolean.valueOf(filter.enabled())));
		}
		return query;
	}

	static Criterion tagged(String tag) {
		return TAGS.MANUAL.contains(tag).or(TAGS.AUTO.contains(tag));
	}

	Page<CustomerRow> page(CustomerFilter filter, ZoneId zone, ListOrder order, PageRequest page) {
		return this.customers.findAll(query(filter, zone), page.withSort(order.sort()), COLUMNS).map(CustomerRow::of);
	}

}
