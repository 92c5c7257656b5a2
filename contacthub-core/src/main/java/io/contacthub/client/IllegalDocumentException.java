package io.contacthub.client;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Exception thrown when a document does not fit a schema, before anything is sent. It
 * tells which places of the document break which rules, and no value that is there; the
 * names of properties are shown.
 */
public class IllegalDocumentException extends IllegalArgumentException {

	private static final int SHOWN = 10;

	private static final int KEPT = 100;

	private final String operation;

	private final List<DocumentViolation> violations;

	/**
	 * Create an exception whose message is made of its parts.
	 * @param operation the operation without its ids, such as {@code POST /events}
	 * @param part the part of the document that was judged, in the plural, such as
	 * {@code the properties of 'viewedPage'}; none of its values
	 * @param violations what is wrong, of which the first 100 are kept and the first 10
	 * are in the message
	 */
	public IllegalDocumentException(String operation, String part, List<DocumentViolation> violations) {
		super(operation + " was not sent: " + part + " do not fit the workspace's schema: " + shown(violations));
		this.operation = operation;
		this.violations = violations.stream().limit(KEPT).toList();
	}

	private static String shown(List<DocumentViolation> violations) {
		String shown = violations.stream()
			.limit(SHOWN)
			.map(DocumentViolation::toString)
			.collect(Collectors.joining("; "));
		int more = violations.size() - SHOWN;
		return (more > 0) ? shown + " (and " + more + " more)" : shown;
	}

	/**
	 * Return the operation that was not carried out.
	 * @return the operation without its ids, such as {@code POST /events}
	 */
	public String operation() {
		return this.operation;
	}

	/**
	 * Return what is wrong with the document.
	 * @return the first 100 violations
	 */
	public List<DocumentViolation> violations() {
		return this.violations;
	}

}
