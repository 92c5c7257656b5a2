package io.contacthub.consent;

import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.client.ContactHubClient;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * The register of consents of a workspace. It needs a token of the scope DPO: that of an
 * administrator, a user or a source is refused.
 * <p>
 * Each method makes one request, unless it says otherwise. Every failure is a
 * {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 */
public interface ConsentLogRepository {

	/**
	 * Find an entry; {@code GET /consent-logs/{id}}.
	 * @param id the id of the entry
	 * @return the entry, or empty when there is none
	 */
	Optional<ConsentLog> findById(String id);

	/**
	 * Get an entry that must be there; {@code GET /consent-logs/{id}}.
	 * @param id the id of the entry
	 * @return the entry
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	ConsentLog getById(String id);

	/**
	 * Get one page of entries; {@code GET /consent-logs}.
	 * @param filter which entries
	 * @param pageable the page, zero-based, of at most 50 entries, with an order such as
	 * {@code Sort.by("date").descending()}
	 * @return the page, empty beyond the last one
	 * @throws IllegalArgumentException when the pageable is unpaged, as that after the
	 * last page is, or asks for what ContactHub cannot do
	 */
	Page<ConsentLog> find(ConsentLogFilter filter, Pageable pageable);

	/**
	 * Stream entries, in the order in which ContactHub gives them, see
	 * {@link #stream(ConsentLogFilter, Sort)}.
	 * @param filter which entries
	 * @return a sequential stream, to be closed unless it is read to its end
	 */
	default Stream<ConsentLog> stream(ConsentLogFilter filter) {
		return stream(filter, Sort.unsorted());
	}

	/**
	 * Stream entries; {@code GET /consent-logs}, once for every 50 of them. Nothing is
	 * sent before the first entry is asked for. Then a few pages are read ahead.
	 * @param filter which entries
	 * @param sort their order
	 * @return a sequential stream, to be closed unless it is read to its end
	 */
	Stream<ConsentLog> stream(ConsentLogFilter filter, Sort sort);

	/**
	 * Return the register of a workspace; no request. An application has it from
	 * {@code Workspace.consentLogs()}.
	 * @param client the transport
	 * @return a repository
	 */
	static ConsentLogRepository create(ContactHubClient client) {
		return new DefaultConsentLogRepository(client);
	}

}
