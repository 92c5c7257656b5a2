package com.example.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.query.Criterion;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.ID;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;

/**
 * Searches, one of each kind.
 */
class Searches {

	private final CustomerRepository customers;

	Searches(CustomerRepository customers) {
		this.customers = customers;
	}

	static Query combined() {
		// tag::combined[]
		Criterion inMilan = BASE.ADDRESS.CITY.eq("Milano");
		Criterion inRome = BASE.ADDRESS.CITY.eq("Roma");
		Query query = Query.where(inMilan.or(inRome)).and(BASE.CONTACTS.EMAIL.isNotNull());
		// end::combined[]
		return query;
	}

	// tag::optional[]
	Page<Customer> search(Filter filter, Pageable page) {
		Query query = Query.all();
		if (filter.city() != null) {
			query = query.and(BASE.ADDRESS.CITY.eq(filter.city()));
		}
		if (filter.bornSince() != null) {
			query = query.and(BASE.DOB.gte(filter.bornSince()));
		}
		for (String tag : filter.tags()) {
			query = query.and(TAGS.MANUAL.contains(tag));
		}
		return this.customers.findAll(query, page);
	}
	// end::optional[]

	static Query named() {
		// tag::named[]
		Query query = Query.where(Field.extended("loyalty", "points").gte(100))
			.and(Field.field("base.newProperty").eq("x"))
			.and(Field.extended("colours").asList().contains("red"));
		// end::named[]
		return query;
	}

	void pages(Query query, Consumer<Customer> action) {
		// tag::pages[]
		Pageable pageable = PageRequest.of(0, 50, BASE.LAST_NAME.asc().and(REGISTERED_AT.desc()));
		while (pageable.isPaged()) {
			Page<Customer> page = this.customers.findAll(query, pageable);
			page.forEach(action);
			pageable = page.nextPageable(); // unpaged after the last one
		}
		// end::pages[]
	}

	List<String> some(Query query) {
		// tag::some[]
		Projection some = Projection.of(BASE.CONTACTS.EMAIL, EXTRA);
		Page<Customer> page = this.customers.findAll(query, PageRequest.of(0, 50), some);
		List<String> emails = page.map((customer) -> customer.base().contacts().email()).toList();
		// end::some[]
		return emails;
	}

	List<String> stream(Query query) {
		List<String> emails = new ArrayList<>();
		// tag::stream[]
		Projection email = Projection.of(BASE.CONTACTS.EMAIL);
		try (Stream<Customer> found = this.customers.stream(query, Sort.unsorted(), email)) {
			found.forEach((customer) -> emails.add(customer.base().contacts().email()));
		}
		// end::stream[]
		return emails;
	}

	void walk() {
		// tag::walk[]
		try (Stream<Customer> found = this.customers.walk(Query.where(TAGS.MANUAL.contains("test")))) {
			found.forEach(this.customers::delete);
		}
		// end::walk[]
	}

	long count() {
		// tag::count[]
		long members = this.customers.count(Query.where(TAGS.MANUAL.contains("member")));
		// end::count[]
		return members;
	}

	static Query sets() {
		// tag::sets[]
		Query members = Query.where(TAGS.MANUAL.contains("member"));
		Query milanese = Query.where(BASE.ADDRESS.CITY.eq("Milano"));
		Query unreachable = Query.where(BASE.CONTACTS.EMAIL.isNull());
		Query query = members.union(milanese).except(unreachable);
		// end::sets[]
		return query;
	}

	static Query raw() {
		// tag::raw[]
		Query query = Query.raw(Map.of("type", "simple", "are", Map.of("condition",
				Map.of("type", "atomic", "attribute", "base.firstName", "operator", "EQUALS", "value", "Ann"))));
		Query narrowed = query.intersect(Query.where(ID.isNotNull()));
		// end::raw[]
		return narrowed;
	}

	Page<Customer> liked() {
		// tag::like[]
		Query query = Query.where(BASE.LAST_NAME.like("Ros*"));
		// end::like[]
		return this.customers.findAll(query, PageRequest.of(0, 50));
	}

	// tag::filter[]
	record Filter(String city, LocalDate bornSince, List<String> tags) {
	}
	// end::filter[]

}
