package io.contacthub.customer;

import java.util.Optional;

/**
 * The educations, jobs, likes or subscriptions of one customer. They are found again by
 * the id that the application chose for them. <pre class="code">{@code
 * customers.subscriptions(customerId)
 *     .upsert(Subscription.builder().id("news").subscribed(true).build());
 * }</pre> Each method makes one request, unless it says otherwise; {@code …} stands for
 * {@code educations}, {@code jobs}, {@code likes} or {@code subscriptions} in it. All of
 * them at once are a list of the customer's {@code base}, which {@code findById} shows.
 * <p>
 * Every failure is a {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 * <p>
 * Where a method says that it needs some scopes, a token of one of them will do, see
 * {@link io.contacthub.client.Scope}.
 *
 * @param <T> the type of the items
 */
public interface CustomerItemRepository<T> {

	/**
	 * Find an item; {@code GET /customers/{customerId}/…/{id}}. Needs ADMIN, USER, GUEST
	 * or TRUSTED_APPLICATION.
	 * @param id its id
	 * @return the item, or empty when there is none, or no such customer
	 */
	Optional<T> findById(String id);

	/**
	 * Get an item that must be there; {@code GET /customers/{customerId}/…/{id}}. Needs
	 * ADMIN, USER, GUEST or TRUSTED_APPLICATION.
	 * @param id its id
	 * @return the item
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	T getById(String id);

	/**
	 * Add an item; {@code POST /customers/{customerId}/…}. What becomes of an item whose
	 * id is there already is for ContactHub to say: where it may be, {@link #upsert}.
	 * Needs ADMIN, USER, TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
	 * @param item the item; its id is required
	 * @return the item as it was stored
	 * @throws IllegalArgumentException when the id is missing
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no
	 * such customer
	 */
	T insert(T item);

	/**
	 * Replace an item; {@code PUT /customers/{customerId}/…/{id}}. Members that are
	 * absent are absent afterwards. Needs ADMIN, USER, TRUSTED_APPLICATION or
	 * UNTRUSTED_APPLICATION.
	 * @param item the item; its id is required
	 * @return the item as it was stored
	 * @throws IllegalArgumentException when the id is missing
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	T replace(T item);

	/**
	 * Store an item, new or not: {@code PUT /customers/{customerId}/…/{id}}, and
	 * {@code POST /customers/{customerId}/…} when ContactHub says that there is none.
	 * Members that are absent are absent afterwards. Needs ADMIN, USER,
	 * TRUSTED_APPLICATION or UNTRUSTED_APPLICATION.
	 * @param item the item; its id is required
	 * @return the item as it is stored now
	 * @throws IllegalArgumentException when the id is missing
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no
	 * such customer
	 */
	T upsert(T item);

	/**
	 * Delete an item; {@code DELETE /customers/{customerId}/…/{id}}. Needs ADMIN, USER or
	 * TRUSTED_APPLICATION.
	 * @param id its id
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	void deleteById(String id);

}
