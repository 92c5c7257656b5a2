package io.contacthub.benchmarks.process.declared;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubRepository;
import io.contacthub.data.EnableContactHubRepositories;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * An application that has the starter of this library, and declares a repository.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableContactHubRepositories(considerNestedRepositories = true)
public class DeclaredApplication {

	/**
	 * Start, and do what is asked for letter by letter: {@code c} makes a call, {@code g}
	 * collects garbage. The end of the input is that of the application.
	 * @param arguments properties
	 * @throws IOException if the input cannot be read
	 */
	public static void main(String... arguments) throws IOException {
		PrintStream output = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
		try (ConfigurableApplicationContext context = SpringApplication.run(DeclaredApplication.class, arguments)) {
			output.println("started");
			for (int read = System.in.read(); read >= 0; read = System.in.read()) {
				if (read == 'c') {
					context.getBean(Desk.class).findById("1");
				}
				else {
					System.gc();
				}
				Runtime runtime = Runtime.getRuntime();
				output.println("done " + (runtime.totalMemory() - runtime.freeMemory()) + " " + Thread.activeCount());
			}
		}
	}

	/**
	 * A repository with a method for each form of result.
	 */
	interface Desk extends ContactHubRepository<Customer> {

		Page<Customer> findByBaseAddressCityAndTagsManualContaining(String city, String tag, Pageable page);

		List<Customer> findByBaseDobBetween(LocalDate from, LocalDate to);

		Optional<Customer> findByBaseContactsEmail(String email);

		long countByEnabledTrue();

		boolean existsByExternalId(String id);

	}

}
