package com.example.migration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.contacthub.client.TracingId;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

import static io.contacthub.customer.CustomerFields.BASE;

/**
 * What was said with the vendor's Java SDK, said with this library.
 */
class JavaSdkMove {

	private static final Logger log = LoggerFactory.getLogger(JavaSdkMove.class);

	private final CustomerRepository customers;

	private final EventRepository events;

	JavaSdkMove(CustomerRepository customers, EventRepository events) {
		this.customers = customers;
		this.events = events;
	}

	// tag::optional[]
	Optional<String> city(Customer customer) {
		return Optional.ofNullable(customer.base().address().city());
	}
	// end::optional[]

	// tag::patch[]
	Customer changeEmail(String customerId, String email) {
		return this.customers.patch(customerId, (patch) -> patch.set(BASE.CONTACTS.EMAIL, email).clear(BASE.DOB));
	}

	Customer changeAsBefore(String customerId, Customer changes) { // was patchCustomer
		return this.customers.patch(customerId, changes.toMap());
	}
	// end::patch[]

	// tag::pages[]
	void eachPage(Query query, Consumer<Page<Customer>> consumer) {
		Pageable pageable = PageRequest.of(0, 50, BASE.LAST_NAME.asc());
		while (pageable.isPaged()) { // what comes after the last page is unpaged
			Page<Customer> page = this.customers.findAll(query, pageable);
			consumer.accept(page);
			pageable = page.nextPageable();
		}
	}

	long all(Query query) {
		// reads page by page
		try (Stream<Customer> found = this.customers.stream(query)) {
			return found.count();
		}
	}
	// end::pages[]

	// tag::query[]
	Query marios(LocalDate before) {
		return Query.where(BASE.FIRST_NAME.eq("Mario")).and(BASE.PICTURE_URL.isNotNull().or(BASE.DOB.lt(before)));
	}
	// end::query[]

	// tag::event[]
	Event viewed(String customerId) {
		return this.events.add(Event.of(ViewedPage.builder().url("https://example.com/").title("Home").build())
			.in(EventContext.WEB)
			.byCustomerId(customerId)
			.at(Instant.now()));
	}

	// where there is a map already
	Event viewed(String customerId, Map<String, Object> properties) {
		return this.events.add(Event.of(EventType.VIEWED_PAGE)
			.withProperties(FreeEventProperties.of(JsonObject.copyOf(properties)))
			.in(EventContext.WEB)
			.byCustomerId(customerId));
	}
	// end::event[]

	// tag::async[]
	CompletableFuture<Customer> customer(String customerId, Executor executor) {
		return CompletableFuture.supplyAsync(() -> this.customers.getById(customerId), executor);
	}
	// end::async[]

	// tag::tracing[]
	Customer store(Customer customer, String correlationId) {
		return TracingId.call(correlationId, () -> this.customers.upsert(customer));
	}
	// end::tracing[]

	// tag::errors[]
	void update(Customer customer) {
		try {
			this.customers.replace(customer);
		}
		catch (EmptyResultDataAccessException ex) {
			// was ApiException with getStatusCode() 404
			log.info("is no more");
		}
		catch (CustomerConflictException ex) {
			// was ServerException with getStatusCode() 409
			log.info("another one is the same: {}", ex.existingCustomerId());
		}
		catch (TransientDataAccessException ex) {
			// was HttpException, or ApiException with 429, 503 and so on
			log.info("try again later");
		}
		catch (DataAccessException ex) { // the rest
			log.warn(ContactHubFailure.summary(ex));
			throw ex;
		}
	}
	// end::errors[]

}
