package io.contacthub.customer;

import java.util.Optional;
import java.util.function.Consumer;

import io.contacthub.client.ContactHubClient;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * The customers of one node.
 * <p>
 * Each method makes one request, unless it says otherwise. Every failure is a
 * {@link DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 */
public interface CustomerRepository {

	/**
	 * Find a customer; {@code GET /customers/{id}}. What was stored is there at once.
	 * @param id the id that ContactHub gave the customer
	 * @return the customer, or empty when there is none
	 */
	Optional<Customer> findById(String id);

	/**
	 * Get a customer that must be there; {@code GET /customers/{id}}.
	 * @param id the id that ContactHub gave the customer
	 * @return the customer
	 * @throws EmptyResultDataAccessException when there is none
	 */
	Customer getById(String id);

	/**
	 * Get one page of the customers of the node; {@code GET /customers}. ContactHub
	 * serves lists from an index, which shows a change after about 30 seconds.
	 * @param pageable the page, zero-based, of at most 50 customers; sorted by paths such
	 * as {@code base.lastName}; unpaged for the first page, in the size that ContactHub
	 * chooses
	 * @return the page, empty beyond the last one
	 */
	Page<Customer> findAll(Pageable pageable);

	/**
	 * Store a new customer; {@code POST /customers}. What counts as the same customer is
	 * configured in ContactHub.
	 * @param customer the customer; its id, node id and what ContactHub sets itself are
	 * not sent
	 * @return the customer as it was stored, with its id
	 * @throws io.contacthub.error.CustomerConflictException when the customer exists
	 * already
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses the document
	 */
	Customer insert(Customer customer);

	/**
	 * Change some members of a customer; {@code PATCH /customers/{id}}. With an empty
	 * patch nothing is sent and the customer is read instead.
	 * @param id the id of the customer
	 * @param patch the changes
	 * @return the customer after the change
	 * @throws EmptyResultDataAccessException when there is no such customer
	 * @throws io.contacthub.error.CustomerConflictException when another customer would
	 * count as the same
	 */
	Customer patch(String id, CustomerPatch patch);

	/**
	 * Change some members of a customer, as {@link #patch(String, CustomerPatch)}.
	 * @param id the id of the customer
	 * @param patch makes the changes
	 * @return the customer after the change
	 */
	default Customer patch(String id, Consumer<CustomerPatch.Builder> patch) {
		CustomerPatch.Builder builder = CustomerPatch.builder();
		patch.accept(builder);
		return patch(id, builder.build());
	}

	/**
	 * Delete a customer and its events; {@code DELETE /customers/{id}}.
	 * @param id the id of the customer
	 * @throws EmptyResultDataAccessException when there is no such customer
	 */
	void deleteById(String id);

	/**
	 * The customers of a node.
	 * @param client the transport
	 * @param nodeId the id of the node
	 * @return a repository
	 */
	static CustomerRepository create(ContactHubClient client, String nodeId) {
		return new DefaultCustomerRepository(client, nodeId);
	}

}
