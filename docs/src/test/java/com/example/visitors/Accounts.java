package com.example.visitors;

/**
 * The accounts of an application.
 */
interface Accounts {

	Account findByName(String name);

	Account verify(String name, String password);

	/**
	 * An account.
	 *
	 * @param customerId the id of its customer, null as long as there is none
	 */
	record Account(String customerId) {
	}

}
