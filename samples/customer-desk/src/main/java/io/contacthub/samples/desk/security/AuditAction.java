package io.contacthub.samples.desk.security;

/**
 * What is noted of the work at the desk, in words that programs can look for.
 */
public enum AuditAction {

	/**
	 * A customer was added.
	 */
	CUSTOMER_ADD("customer-add", "customer"),

	/**
	 * A customer was changed.
	 */
	CUSTOMER_CHANGE("customer-change", "customer"),

	/**
	 * A customer was deleted.
	 */
	CUSTOMER_DELETE("customer-delete", "customer"),

	/**
	 * A visitor has signed up in the shop.
	 */
	CUSTOMER_SIGN_UP("customer-sign-up", "customer"),

	/**
	 * Something was added to a list of a customer, such as a job.
	 */
	ITEM_ADD("item-add", "customer"),

	/**
	 * Something in a list of a customer was changed.
	 */
	ITEM_CHANGE("item-change", "customer"),

	/**
	 * Something was removed from a list of a customer.
	 */
	ITEM_REMOVE("item-remove", "customer"),

	/**
	 * A tag was added.
	 */
	TAG_ADD("tag-add", "customer"),

	/**
	 * A tag was removed.
	 */
	TAG_REMOVE("tag-remove", "customer"),

	/**
	 * An event was added.
	 */
	EVENT_ADD("event-add", "customer"),

	/**
	 * A filter was saved.
	 */
	FILTER_SAVE("filter-save", "filter"),

	/**
	 * A filter was deleted.
	 */
	FILTER_DELETE("filter-delete", "filter"),

	/**
	 * Customers were exported.
	 */
	EXPORT("export", "format"),

	/**
	 * An import has begun.
	 */
	IMPORT_START("import-start", "import"),

	/**
	 * An import has ended.
	 */
	IMPORT_END("import-end", "import"),

	/**
	 * What a form says may have been done, and ContactHub did not tell.
	 */
	UNCLEAR("unclear", "form");

	private final String words;

	private final String subject;

	AuditAction(String words, String subject) {
		this.words = words;
		this.subject = subject;
	}

	/**
	 * Return what it is called in the log.
	 */
	String words() {
		return this.words;
	}

	/**
	 * Return of what the id is that is noted with it.
	 */
	String subject() {
		return this.subject;
	}

}
