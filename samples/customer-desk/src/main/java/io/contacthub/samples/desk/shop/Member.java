package io.contacthub.samples.desk.shop;

import java.io.Serializable;

/**
 * Who has signed up in this browser, as long as it is open.
 *
 * @param customerId the id that ContactHub gave the customer
 * @param firstName the first name, as it was typed
 */
record Member(String customerId, String firstName) implements Serializable {

	/**
	 * Name of the attribute of the HTTP session.
	 */
	static final String ATTRIBUTE = "shopMember";

}
