package io.contacthub.messaging;

/**
 * Where changes begin as long as no offset is stored.
 */
public enum UpdateStart {

	/**
	 * Behind the last change that there is. Its offset is stored at once, so that none is
	 * missed that comes after that.
	 */
	LATEST,

	/**
	 * Where the filter begins: without an offset or a time, with the first change that
	 * ContactHub has.
	 */
	BEGINNING

}
