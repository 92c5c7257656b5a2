package io.contacthub.emulator;

/**
 * Policy of a workspace for a customer that equals an existing one in the properties that
 * have to be unique.
 */
public enum UniquenessPolicy {

	/**
	 * The request fails with a conflict that names the existing customer.
	 */
	BLOCK,

	/**
	 * The existing customer takes over the members of the new one and is the answer.
	 */
	MERGE,

	/**
	 * Customers may equal each other.
	 */
	NO_CHECK

}
