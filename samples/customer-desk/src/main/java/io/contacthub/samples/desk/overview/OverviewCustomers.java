package io.contacthub.samples.desk.overview;

import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubRepository;

/**
 * The customers as the overview asks for them: the names of the methods are the queries.
 */
interface OverviewCustomers extends ContactHubRepository<Customer> {

	long countByTagsManualContainingOrTagsAutoContaining(String manual, String auto);

	List<Customer> findTop5ByOrderByRegisteredAtDesc();

}
