package io.contacthub.messaging;

/**
 * Names of the headers of messages with changes.
 */
public final class UpdateHeaders {

	/**
	 * What was done, such as {@code UPDATE}.
	 */
	public static final String OPERATION = "contacthub_operation";

	/**
	 * The kind of what it was done to, such as {@code CUSTOMER}.
	 */
	public static final String ENTITY = "contacthub_entity";

	/**
	 * The offset behind which the page of the change begins, a {@code Long}; absent on
	 * the first page from the beginning.
	 */
	public static final String OFFSET = "contacthub_offset";

	private UpdateHeaders() {
	}

}
