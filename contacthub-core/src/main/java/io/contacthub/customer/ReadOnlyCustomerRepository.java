package io.contacthub.customer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.bulk.BulkRead;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.util.Assert;

/**
 * The customers of one node, for those who only read them: the part of a
 * {@link CustomerRepository} that changes nothing.
 * <p>
 * Each method makes one request, unless it says otherwise. Every failure is a
 * {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 * <p>
 * Where a method says that it needs some scopes, a token of one of them will do, see
 * {@link io.contacthub.client.Scope}. Whatever is served from lists, {@code GET
 * /customers}, needs ADMIN, USER, GUEST, TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
 * <p>
 * Safe for use by many threads; a stream and a {@link BulkRead} are for one thread.
 */
public interface ReadOnlyCustomerRepository {

	/**
	 * Find a customer; {@code GET /customers/{id}}. What was stored is there at once.
	 * Needs ADMIN, USER, GUEST or TRUSTED_APPLICATION.
	 * @param id the id that ContactHub gave the customer
	 * @return the customer, or empty when there is none
	 */
	Optional<Customer> findById(String id);

	/**
	 * Get a customer that must be there; {@code GET /customers/{id}}. Needs ADMIN, USER,
	 * GUEST or TRUSTED_APPLICATION.
	 * @param id the id that ContactHub gave the customer
	 * @return the customer
	 * @throws EmptyResultDataAccessException when there is none
	 */
	Customer getById(String id);

	/**
	 * Find a customer, and of it only some fields; {@code GET /customers}. ContactHub
	 * gives parts of customers in lists only, which it serves from an index that shows a
	 * change after about 30 seconds. The customer knows that it is partial, and cannot be
	 * used to replace one.
	 * @param id the id that ContactHub gave the customer
	 * @param projection the fields
	 * @return the customer, or empty when the node has none
	 */
	Optional<Customer> findById(String id, Projection projection);

	/**
	 * Return whether there is a customer, see {@link #findById(String)}.
	 * @param id the id that ContactHub gave the customer
	 * @return {@code true} when there is one
	 */
	default boolean existsById(String id) {
		return findById(id).isPresent();
	}

	/**
	 * Find the only customer with an external id; {@code GET /customers}. ContactHub
	 * serves lists from an index, which shows a change after about 30 seconds.
	 * @param externalId the id of the customer in the application
	 * @return the customer, or empty when there is none
	 * @throws org.springframework.dao.IncorrectResultSizeDataAccessException when several
	 * customers have the external id
	 */
	default Optional<Customer> findByExternalId(String externalId) {
		return findByExternalId(externalId, null);
	}

	/**
	 * Find the only customer with an external id, and of it only some fields, as
	 * {@link #findByExternalId(String)}.
	 * @param externalId the id of the customer in the application
	 * @param projection the fields, or {@code null} for all
	 * @return the customer, or empty when there is none
	 * @throws org.springframework.dao.IncorrectResultSizeDataAccessException when several
	 * customers have the external id
	 */
	Optional<Customer> findByExternalId(String externalId, @Nullable Projection projection);

	/**
	 * Find all customers with an external id; {@code GET /customers}, once for every 50
	 * of them. ContactHub serves lists from an index, which shows a change after about 30
	 * seconds.
	 * @param externalId the id of the customers in the application
	 * @return all of them, in one unmodifiable list
	 */
	List<Customer> findAllByExternalId(String externalId);

	/**
	 * Get one page of the customers with an external id, as {@link #findAll(Pageable)}.
	 * @param externalId the id of the customers in the application
	 * @param pageable the page
	 * @return the page, empty beyond the last one
	 */
	default Page<Customer> findAllByExternalId(String externalId, Pageable pageable) {
		return findAllByExternalId(externalId, Query.all(), pageable, null);
	}

	/**
	 * Get one page of the customers with an external id that a query finds, and of each
	 * only some fields, as {@link #findAll(Query, Pageable, Projection)}.
	 * @param externalId the id of the customers in the application
	 * @param query the query
	 * @param pageable the page
	 * @param projection the fields, or {@code null} for all
	 * @return the page, empty beyond the last one
	 */
	Page<Customer> findAllByExternalId(String externalId, Query query, Pageable pageable,
			@Nullable Projection projection);

	/**
	 * Get one page of the customers of the node; {@code GET /customers}. ContactHub
	 * serves lists from an index, which shows a change after about 30 seconds. Needs
	 * ADMIN, USER, GUEST, TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
	 * @param pageable the page, zero-based, of at most 50 customers; sorted by fields
	 * such as {@code BASE.LAST_NAME.asc()}, or by their paths
	 * @return the page, empty beyond the last one
	 * @throws IllegalArgumentException when the pageable is unpaged, as that after the
	 * last page is, or asks for what ContactHub cannot do: more than 50 customers, or an
	 * order that ignores case or says where nulls are
	 */
	default Page<Customer> findAll(Pageable pageable) {
		return findAll(Query.all(), pageable);
	}

	/**
	 * Get one page of the customers that a query finds, as {@link #findAll(Pageable)}.
	 * @param query the query
	 * @param pageable the page
	 * @return the page, empty beyond the last one
	 */
	default Page<Customer> findAll(Query query, Pageable pageable) {
		return findAll(query, pageable, null);
	}

	/**
	 * Get one page of the customers that a query finds, and of each only some fields, as
	 * {@link #findAll(Pageable)}. The customers know that they are partial, and cannot be
	 * used to replace one.
	 * @param query the query
	 * @param pageable the page
	 * @param projection the fields, or {@code null} for all
	 * @return the page, empty beyond the last one
	 */
	Page<Customer> findAll(Query query, Pageable pageable, @Nullable Projection projection);

	/**
	 * Get one page of the customers of the node, and of each only some fields, as
	 * {@link #findAll(Query, Pageable, Projection)}.
	 * @param pageable the page
	 * @param projection the fields
	 * @return the page, empty beyond the last one
	 */
	default Page<Customer> findAll(Pageable pageable, Projection projection) {
		Assert.notNull(projection, "projection is null: name the fields, or leave it out for all");
		return findAll(Query.all(), pageable, projection);
	}

	/**
	 * Stream all customers of the node, see {@link #stream(Query, Sort)}.
	 * @return a stream of all customers on all pages
	 */
	default Stream<Customer> stream() {
		return stream(Query.all());
	}

	/**
	 * Stream all customers of the node, and of each only some fields, see
	 * {@link #stream(Query, Sort)}.
	 * @param projection the fields
	 * @return a sequential stream, to be closed unless it is read to its end
	 */
	default Stream<Customer> stream(Projection projection) {
		Assert.notNull(projection, "projection is null: name the fields, or leave it out for all");
		return stream(Query.all(), Sort.unsorted(), projection);
	}

	/**
	 * Stream the customers that a query finds, see {@link #stream(Query, Sort)}.
	 * @param query the query
	 * @return a stream of all of them, on all pages
	 */
	default Stream<Customer> stream(Query query) {
		return stream(query, Sort.unsorted());
	}

	/**
	 * Stream the customers that a query finds; {@code GET /customers}, once for every 50
	 * of them. Nothing is sent before the first customer is asked for. Then a few pages
	 * are read ahead, so that memory does not grow with the number of customers. A page
	 * that cannot be read is an exception at its first customer. Customers that change
	 * their place in the list meanwhile may be missed or come twice: to change or delete
	 * what is found, {@link #walk(Query)} instead.
	 * @param query the query
	 * @param sort the order
	 * @return a sequential stream, to be closed unless it is read to its end
	 */
	default Stream<Customer> stream(Query query, Sort sort) {
		return stream(query, sort, null);
	}

	/**
	 * Stream the customers that a query finds, and of each only some fields, see
	 * {@link #stream(Query, Sort)}.
	 * @param query the query
	 * @param sort the order
	 * @param projection the fields, or {@code null} for all
	 * @return a sequential stream, to be closed unless it is read to its end
	 */
	Stream<Customer> stream(Query query, Sort sort, @Nullable Projection projection);

	/**
	 * Go through the customers that a query finds while they are changed or deleted:
	 * {@code GET /customers}, once for every 50 of them and once more at the end. They
	 * come in the order of their registration, each once, whatever becomes of those
	 * before: a page is asked for only when the one before has been worked on, and from
	 * the last registration on instead of by its number. Customers that are registered
	 * meanwhile come as well, as far as the index shows them. The stream ends with a
	 * {@link org.springframework.dao.DataRetrievalFailureException} when ContactHub gives
	 * them in another order, or comes to no end. <pre class="code">{@code
	 * Query tests = where(TAGS.MANUAL.contains("test"));
	 * try (Stream<Customer> found = customers.walk(tests)) {
	 *     found.forEach(customers::delete);
	 * }
	 * }</pre>
	 * @param query the query
	 * @return a sequential stream without read-ahead, to be closed unless it is read to
	 * its end
	 */
	default Stream<Customer> walk(Query query) {
		return walk(query, null);
	}

	/**
	 * Go through the customers that a query finds, and of each only some fields, as
	 * {@link #walk(Query)}.
	 * @param query the query
	 * @param projection the fields, or {@code null} for all; the id and the registration
	 * come as well
	 * @return a sequential stream without read-ahead, to be closed unless it is read to
	 * its end
	 */
	Stream<Customer> walk(Query query, @Nullable Projection projection);

	/**
	 * Read all customers of the node, see {@link #read(Query, Projection, String)}.
	 * @return the customers, to be closed
	 */
	default BulkRead<Customer> read() {
		return read(Query.all());
	}

	/**
	 * Read the customers that a query finds, see
	 * {@link #read(Query, Projection, String)}.
	 * @param query the query
	 * @return the customers, to be closed
	 */
	default BulkRead<Customer> read(Query query) {
		return read(query, null, null);
	}

	/**
	 * Read the customers that a query finds, and tell the progress: {@code GET
	 * /customers}, once for every 50 of them and once more at the end. They come in the
	 * order of their registration, each once, whatever becomes of others meanwhile, as
	 * {@link #walk(Query)} gives them; but one page is read while the one before is
	 * worked on, on a thread of its own, as those of a stream are. One that the index
	 * shows only when those behind it have been read is missed: what was registered
	 * within the last minute is better read later.
	 * @param query the query
	 * @param projection the fields, or {@code null} for all; the id and the registration
	 * come as well
	 * @param position where to go on, as {@link BulkRead#position()} of a read with the
	 * same query has told it, or {@code null} to begin
	 * @return the customers, to be closed; no request before the first one is asked for
	 * @throws IllegalArgumentException when the position is none
	 */
	BulkRead<Customer> read(Query query, @Nullable Projection projection, @Nullable String position);

	/**
	 * Divide the customers that a query finds into parts of about the same size, to be
	 * read at the same time: by their registration, so that no change moves one from a
	 * part to another. {@code GET /customers} for one of them for each part. Those that
	 * are registered later belong to the last part.
	 * @param query the query
	 * @param parts how many parts there shall be
	 * @return a query for each part, in the order of registration; fewer when there are
	 * not as many customers, or many were registered at the same time, and at least one
	 */
	List<Query> partition(Query query, int parts);

	/**
	 * Count the customers of the node, see {@link #count(Query)}.
	 * @return their number, as the index of ContactHub knows it
	 */
	default long count() {
		return count(Query.all());
	}

	/**
	 * Count the customers that a query finds; {@code GET /customers} for one of them.
	 * @param query the query
	 * @return their number, as the index of ContactHub knows it
	 */
	long count(Query query);

	/**
	 * Return the customer as each of its sources has described it; {@code GET
	 * /customers/{id}/sources}. Needs ADMIN, USER or TRUSTED_APPLICATION.
	 * @param customerId the id of the customer
	 * @return one description for each source, in one unmodifiable list
	 */
	List<CustomerSource> findSources(String customerId);

	/**
	 * Return the customer as one of its sources has described it; {@code GET
	 * /customers/{id}/sources/{sourceId}}. Needs ADMIN, USER or TRUSTED_APPLICATION.
	 * @param customerId the id of the customer
	 * @param sourceId the id of the source
	 * @return the description, or empty when there is none
	 */
	Optional<CustomerSource> findSource(String customerId, String sourceId);

}
