package io.contacthub.segment;

import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.client.ContactHubClient;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * The segments of a workspace: queries of customers that ContactHub keeps under a name.
 * <p>
 * Each method makes one request, unless it says otherwise. Every failure is a
 * {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 * <p>
 * Segments are read with tokens of the scopes ADMIN, USER, GUEST and TRUSTED_APPLICATION,
 * and changed with those of ADMIN, USER and TRUSTED_APPLICATION.
 */
public interface SegmentRepository {

	/**
	 * Create the repository of a workspace; no request is made. An application has it
	 * from {@code Workspace.segments()}.
	 * @param client the transport to the workspace
	 * @return a repository
	 */
	static SegmentRepository create(ContactHubClient client) {
		return new DefaultSegmentRepository(client);
	}

	/**
	 * Store a new segment; {@code POST /segments}. ContactHub may keep several segments
	 * of one name.
	 * @param segment the segment, with a name and a query; its id and what ContactHub
	 * sets itself are not sent
	 * @return the segment as it was stored, with its id
	 * @throws IllegalArgumentException when the name is blank or the query is missing
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses the segment
	 */
	Segment insert(Segment segment);

	/**
	 * Store a new segment, as {@link #insert(Segment)}.
	 * @param name the name
	 * @param query the query
	 * @return the segment as it was stored, with its id
	 */
	default Segment insert(String name, Query query) {
		return insert(Segment.of(name, query));
	}

	/**
	 * Find a segment; {@code GET /segments/{id}}.
	 * @param id the id that ContactHub gave the segment
	 * @return the segment, or empty when there is none
	 */
	Optional<Segment> findById(String id);

	/**
	 * Get a segment that must be there; {@code GET /segments/{id}}.
	 * @param id the id that ContactHub gave the segment
	 * @return the segment
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	Segment getById(String id);

	/**
	 * Return whether there is a segment, see {@link #findById(String)}.
	 * @param id the id that ContactHub gave the segment
	 * @return {@code true} when there is one
	 */
	default boolean existsById(String id) {
		return findById(id).isPresent();
	}

	/**
	 * Get one page of the segments; {@code GET /segments}.
	 * @param pageable the page, zero-based, of at most 50 segments
	 * @return the page, empty beyond the last one
	 * @throws IllegalArgumentException when the pageable is unpaged or asks for what
	 * ContactHub cannot do
	 */
	Page<Segment> findAll(Pageable pageable);

	/**
	 * Get one page of the segments with a name; {@code GET /segments}. How ContactHub
	 * compares names is not documented: where just this name is meant, use
	 * {@link #findByName(String)}.
	 * @param name the name
	 * @param pageable the page, as that of {@link #findAll(Pageable)}
	 * @return the page, empty beyond the last one
	 */
	Page<Segment> findAllByName(String name, Pageable pageable);

	/**
	 * Find the only segment with just this name; {@code GET /segments}, once for every 50
	 * segments that ContactHub finds by the name.
	 * @param name the name
	 * @return the segment, or empty when there is none
	 * @throws org.springframework.dao.IncorrectResultSizeDataAccessException when several
	 * segments have the name
	 */
	Optional<Segment> findByName(String name);

	/**
	 * Stream all segments; {@code GET /segments}, once for every 50 of them. Pages are
	 * read ahead.
	 * @return a stream, which should be closed unless it is read to its end
	 */
	Stream<Segment> stream();

	/**
	 * Replace a segment; {@code PUT /segments/{id}}. What this library does not know of
	 * the segment and of its query goes back as it came.
	 * @param segment the segment with its id and a query; what ContactHub sets itself is
	 * not sent
	 * @return the segment as it is stored now
	 * @throws IllegalArgumentException when the id or the query is missing
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no
	 * such segment
	 */
	Segment replace(Segment segment);

	/**
	 * Have a segment in use; {@code GET /segments/{id}}, and {@code PUT /segments/{id}}
	 * when that changes it. What somebody else changes in between is lost.
	 * @param id the id that ContactHub gave the segment
	 * @return the segment as it is stored now
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no
	 * such segment
	 */
	Segment enable(String id);

	/**
	 * Have a segment out of use, as {@link #enable(String)}.
	 * @param id the id that ContactHub gave the segment
	 * @return the segment as it is stored now
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no
	 * such segment
	 */
	Segment disable(String id);

	/**
	 * Delete a segment; {@code DELETE /segments/{id}}. Its customers stay.
	 * @param id the id that ContactHub gave the segment
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no
	 * such segment
	 */
	void deleteById(String id);

	/**
	 * Get one page of the customers of a segment, and of each only the id; {@code GET
	 * /segments/{id}/customers}. ContactHub serves them from an index, which shows a
	 * change after about 30 seconds. Where whole customers are needed, or only some of
	 * the segment, ask for what its query finds: <pre class="code">{@code
	 * Query query = segments.getById("s1").query();
	 * Query best = query.intersect(where(TAGS.MANUAL.contains("vip")));
	 * Page<Customer> page = node.customers().findAll(best, PageRequest.of(0, 50));
	 * }</pre>
	 * @param id the id that ContactHub gave the segment
	 * @param nodeId the node whose customers are meant
	 * @param pageable the page, as that of {@link #findAll(Pageable)}
	 * @return the page, empty beyond the last one, of customers that know that they were
	 * fetched in part
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no
	 * such segment
	 */
	default Page<Customer> findCustomers(String id, String nodeId, Pageable pageable) {
		return findCustomers(id, nodeId, pageable, Projection.of(CustomerFields.ID));
	}

	/**
	 * Get one page of the customers of a segment, and of each only some fields, as
	 * {@link #findCustomers(String, String, Pageable)}.
	 * @param id the id that ContactHub gave the segment
	 * @param nodeId the node whose customers are meant
	 * @param pageable the page, as that of {@link #findAll(Pageable)}
	 * @param projection the fields
	 * @return the page, empty beyond the last one, of customers that know that they were
	 * fetched in part
	 */
	Page<Customer> findCustomers(String id, String nodeId, Pageable pageable, Projection projection);

	/**
	 * Stream the customers of a segment, and of each only the id, as
	 * {@link #findCustomers(String, String, Pageable)}; {@code GET
	 * /segments/{id}/customers}, once for every 50 of them. Pages are read ahead.
	 * @param id the id that ContactHub gave the segment
	 * @param nodeId the node whose customers are meant
	 * @return a stream, which should be closed unless it is read to its end
	 */
	default Stream<Customer> streamCustomers(String id, String nodeId) {
		return streamCustomers(id, nodeId, Projection.of(CustomerFields.ID));
	}

	/**
	 * Stream the customers of a segment, and of each only some fields, as
	 * {@link #streamCustomers(String, String)}.
	 * @param id the id that ContactHub gave the segment
	 * @param nodeId the node whose customers are meant
	 * @param projection the fields
	 * @return a stream, which should be closed unless it is read to its end
	 */
	Stream<Customer> streamCustomers(String id, String nodeId, Projection projection);

	/**
	 * Count the customers of a segment; {@code GET /segments/{id}/customers} for one of
	 * them.
	 * @param id the id that ContactHub gave the segment
	 * @param nodeId the node whose customers are meant
	 * @return their number, as the index of ContactHub knows it
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no
	 * such segment
	 */
	long countCustomers(String id, String nodeId);

}
