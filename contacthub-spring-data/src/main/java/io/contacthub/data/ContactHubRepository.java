package io.contacthub.data;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * Repository that an application declares: an interface of it that extends this one is
 * implemented when the application starts, with what its methods ask for.
 * <pre class="code">{@code
 * interface NewsletterReaders extends ContactHubRepository<Customer> {
 *
 *     Page<Customer> findByBaseAddressCityAndTagsManualContaining(String city, String tag, Pageable page);
 *
 *     Optional<Customer> findByBaseContactsEmail(String email);
 *
 *     long countByEnabledTrue();
 *
 * }}</pre> A method that asks for what ContactHub cannot do keeps the application from
 * starting, and is told with the reason.
 * <p>
 * All of it are requests of {@link io.contacthub.customer.CustomerRepository} or
 * {@link io.contacthub.event.EventRepository} of one node, with their failures, their
 * repetition and their metrics. What finds several is served from ContactHub's index,
 * which shows a change after about 30 seconds. A method that returns a {@code List}, a
 * {@code Streamable} or a {@code Stream} makes a request for every 50 results; any other
 * one makes one. A {@code Stream} is to be closed. There is nothing that walks or wipes
 * the whole node by accident.
 *
 * @param <T> {@link io.contacthub.customer.Customer} or {@link io.contacthub.event.Event}
 */
@NoRepositoryBean
public interface ContactHubRepository<T> extends Repository<T, String> {

	/**
	 * Find one by its id; {@code GET /customers/{id}} or {@code GET /events/{id}}. A
	 * customer is there as soon as it is stored.
	 * @param id the id that ContactHub gave it
	 * @return what has the id, or empty when there is none
	 */
	Optional<T> findById(String id);

	/**
	 * Return whether there is one, see {@link #findById(String)}.
	 * @param id the id that ContactHub gave it
	 * @return {@code true} when there is one
	 */
	boolean existsById(String id);

	/**
	 * Find several by their ids, each as {@link #findById(String)} does, with a request
	 * of its own.
	 * @param ids the ids
	 * @return those that there are, in the order of the ids
	 */
	List<T> findAllById(Iterable<String> ids);

	/**
	 * Store one: without an id it is new ({@code POST}), with one it replaces what has
	 * the id ({@code PUT}). ContactHub stores an event later than it accepts it.
	 * @param entity what is stored
	 * @return the customer as it is stored now, or the event as it was accepted
	 * @throws io.contacthub.error.CustomerConflictException when the customer is there
	 * already
	 * @throws org.springframework.dao.EmptyResultDataAccessException when it has an id
	 * that is not there
	 * @throws IllegalArgumentException when it has an id and only some of its fields were
	 * fetched
	 */
	T save(T entity);

	/**
	 * Store several, each as {@link #save(Object)}, one after the other; the first
	 * failure ends it, and those before stay stored. To write many, see
	 * {@link io.contacthub.customer.CustomerRepository#bulk}.
	 * @param entities what is stored
	 * @return what is stored now, in the same order
	 */
	List<T> saveAll(Iterable<T> entities);

	/**
	 * Delete one; {@code DELETE /customers/{id}}, with the events of the customer, or
	 * {@code DELETE /events/{id}}. As in other repositories of Spring Data, nothing
	 * happens when it is not there.
	 * @param entity what is deleted; only its id matters
	 * @throws IllegalArgumentException when the id is missing
	 */
	void delete(T entity);

	/**
	 * Delete one, as {@link #delete(Object)}.
	 * @param id the id that ContactHub gave it
	 */
	void deleteById(String id);

	/**
	 * Count all of the node; {@code GET /customers} or {@code GET /events} for one of
	 * them.
	 * @return their number, as the index of ContactHub knows it
	 */
	long count();

	/**
	 * Get one page of all of the node; {@code GET /customers} or {@code GET /events}.
	 * {@link Page#nextPageable()} of the last page is unpaged: loop
	 * {@code while (pageable.isPaged())}.
	 * @param pageable the page, zero-based, of at most 50
	 * @return the page, empty beyond the last one
	 * @throws IllegalArgumentException when the pageable is unpaged, or asks for what
	 * ContactHub cannot do
	 */
	Page<T> findAll(Pageable pageable);

}
