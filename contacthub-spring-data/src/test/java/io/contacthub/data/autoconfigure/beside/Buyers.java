package io.contacthub.data.autoconfigure.beside;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubRepository;

/**
 * Repository of customers beside that of another store.
 */
public interface Buyers extends ContactHubRepository<Customer> {

}
