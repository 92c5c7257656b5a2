package io.contacthub.configuration;

/**
 * A part of the configuration that a workspace has one of. Each method makes one request;
 * what it needs is said where the document is had from, in
 * {@link WorkspaceConfiguration}. A change is {@code replace(get().withX(…))}: somebody
 * else's change in between is lost, since ContactHub has no versions of it.
 *
 * @param <T> the type of the document
 */
public interface ConfigurationDocument<T> {

	/**
	 * Get the document, with a {@code GET}.
	 * @return the document
	 */
	T get();

	/**
	 * Replace the document, with a {@code PUT}. Members that are absent are absent
	 * afterwards.
	 * @param document the document as it was read, with its changes
	 * @return the document as it is stored now
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses it
	 */
	T replace(T document);

}
