package io.contacthub.data.autoconfigure.refused;

import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubRepository;
import io.contacthub.data.EnableContactHubRepositories;

import org.springframework.context.annotation.Configuration;

/**
 * Application with a repository that asks for what ContactHub does not have.
 */
@Configuration(proxyBeanMethods = false)
@EnableContactHubRepositories(considerNestedRepositories = true)
public class RefusedApplication {

	/**
	 * The repository.
	 */
	public interface Readers extends ContactHubRepository<Customer> {

		/**
		 * Asks for a part of a text.
		 */
		List<Customer> findByBaseLastNameEndingWith(String end);

	}

}
