package io.contacthub.emulator;

/**
 * Behaviour of the API that nobody has documented or recorded, so that the emulator can
 * only guess.
 */
enum Guess {

	/** A pattern of {@code LIKE}. */
	LIKE("what the pattern of LIKE looks like"),

	/** {@code EXCEPT} with more than two queries. */
	EXCEPT_OF_MANY("in which order EXCEPT takes more than two queries"),

	/** What a customer did. */
	DID("how the attributes and dates of a did query are named and compared"),

	/** {@code IN} with one value for what is no list. */
	IN_ONE("what IN with one value means for an attribute that is no list"),

	/** A condition with {@code true} or {@code false}. */
	BOOLEAN_VALUE("whether the value of a condition may be true or false"),

	/** A negative operator. */
	NEGATION("whether NOT_EQUALS and NOT_IN find customers that lack the attribute"),

	/** A second item with the same id. */
	SECOND_ITEM("what a second education, job, like or subscription with the same id does"),

	/** An item that is replaced. */
	REPLACED_ITEM("whether a replaced education, job, like or subscription keeps members that were not sent"),

	/** An event that is replaced. */
	REPLACED_EVENT("whether an event can be replaced"),

	/** Events of all customers. */
	ALL_EVENTS("whether events can be listed without customerId and nodeId"),

	/** A change that makes customers equal. */
	MERGED_CHANGE("what a change that makes customers equal does under MERGE"),

	/** Segments by name. */
	SEGMENT_NAME("whether segments are found by their whole name or by a part of it"),

	/** Customers of a segment that is out of use. */
	DISABLED_SEGMENT("whether a segment that is not enabled has customers"),

	/** Updates behind neither an offset nor a time. */
	UPDATES_BEGINNING("where updates begin without an offset and a timestamp"),

	/** Updates from a time on. */
	UPDATES_SINCE("in which unit the timestamp of updates is, and what it is compared with"),

	/** The register of consents. */
	CONSENT_LOG("which changes the register of consents holds, and how it is asked for them"),

	/** A page size of 0. */
	SIZE_ZERO("what a page size of 0 means"),

	/** A source of a web page. */
	SOURCE_KIND("whether the token of a JavaScript source is an untrusted one"),

	/** A source that is disabled. */
	DISABLED_SOURCE("whether the token of a disabled source is refused"),

	/** An event of a type that is disabled. */
	DISABLED_EVENT_TYPE("whether an event of a disabled type is refused"),

	/** A value of a base property that is disabled. */
	DISABLED_BASE_PROPERTY("whether a value of a disabled base property is refused"),

	/** A customer without a mandatory property. */
	MANDATORY_PROPERTIES("whether a customer without a mandatory property of its node is refused"),

	/** Days of analytics. */
	ANALYTICS_DAYS("in which zone the days of analytics are, and whether both ends of a period belong to it"),

	/** Labels of analytics. */
	TIME_LABELS("what analytics call hours, days and weeks"),

	/** A count of customers. */
	CUSTOMER_COUNT("which customers the count of customers by state has"),

	/** A distribution by two fields. */
	NESTED_DISTRIBUTION("in which order a distribution by two fields has them, and what its size and sort apply to"),

	/** A distribution by acquisition. */
	ACQUISITION("what the parts of a distribution by acquisition are");

	private final String question;

	Guess(String question) {
		this.question = question;
	}

	/**
	 * Return what is not known, as the end of a sentence.
	 */
	String question() {
		return this.question;
	}

}
