package io.contacthub.customer;

/**
 * A tag was to be removed that the customer does not have.
 */
public class TagNotFoundException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String tag;

	/**
	 * Create the exception.
	 * @param customerId the id of the customer
	 * @param tag the tag
	 */
	public TagNotFoundException(String customerId, String tag) {
		super("tag is '" + tag + "': customer " + customerId + " has no such manual tag, nothing was changed");
		this.tag = tag;
	}

	/**
	 * Return the tag that is not there.
	 * @return the tag
	 */
	public String tag() {
		return this.tag;
	}

}
