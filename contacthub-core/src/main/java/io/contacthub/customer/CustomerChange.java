package io.contacthub.customer;

import java.io.Serializable;

import org.springframework.util.Assert;

/**
 * Change to one of many customers.
 *
 * @param id the id of the customer
 * @param patch the changes
 */
public record CustomerChange(String id, CustomerPatch patch) implements Serializable {

	/**
	 * Check that both are there.
	 */
	public CustomerChange {
		Assert.hasText(id, "id is blank: give the id that ContactHub gave the customer");
		Assert.notNull(patch, "patch is null: give the changes");
	}

}
