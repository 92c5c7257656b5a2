package io.contacthub.configuration;

/**
 * The sources of a workspace, each with a token of its own. To replace one, its provider,
 * name and nodes are required, and its token is not sent.
 * <p>
 * Tokens are secrets. Of an answer that cannot be used, or that is an error, nothing is
 * kept but its status, and what ContactHub says by its message and errors.
 * <p>
 * {@code priority} is no id of a source, see
 * {@link WorkspaceConfiguration#sourcePriority()}.
 */
public interface SourceRepository extends ConfigurationRepository<Source> {

	/**
	 * Insert a source; {@code POST /configuration/sources}. Needs ADMIN.
	 * @param source the source; provider, name and nodes are required, id and token are
	 * not sent
	 * @return the source as it was stored, with its id and, if ContactHub tells it, its
	 * token
	 * @throws IllegalArgumentException when one of these is missing
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses it
	 */
	Source insert(Source source);

	/**
	 * Delete a source; {@code DELETE /configuration/sources/{id}}. Its token is refused
	 * from then on. Needs ADMIN.
	 * @param id the id of the source
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	void deleteById(String id);

	/**
	 * Give a source another token; {@code POST
	 * /configuration/sources/{id}/refresh-token}. The old one is refused from then on,
	 * and the new one is in the answer alone. Needs ADMIN.
	 * <p>
	 * This client does not take the new token by itself, should it be its own: give it
	 * where it takes its token from, see
	 * {@link io.contacthub.client.ContactHubClient.Builder#token(java.util.function.Supplier)}.
	 * <p>
	 * It is repeated only when it was certainly not carried out. When the answer is lost,
	 * nobody has the new token, and the old one may be refused: refresh it again, with
	 * the token of an administrator.
	 * @param id the id of the source
	 * @return the source, with its new token
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	Source refreshToken(String id);

}
