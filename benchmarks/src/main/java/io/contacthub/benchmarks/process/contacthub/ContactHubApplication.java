package io.contacthub.benchmarks.process.contacthub;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * An application that has the starter of this library.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class ContactHubApplication {

	/**
	 * Start, and do what is asked for letter by letter: {@code c} makes a call, {@code g}
	 * collects garbage. The end of the input is that of the application.
	 * @param arguments properties
	 * @throws IOException if the input cannot be read
	 */
	public static void main(String... arguments) throws IOException {
		PrintStream output = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
		try (ConfigurableApplicationContext context = SpringApplication.run(ContactHubApplication.class, arguments)) {
			output.println("started");
			for (int read = System.in.read(); read >= 0; read = System.in.read()) {
				if (read == 'c') {
					context.getBean(Desk.class).call();
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
	 * A bean that has the repositories.
	 */
	@Component
	static class Desk {

		private final CustomerRepository customers;

		private final EventRepository events;

		Desk(CustomerRepository customers, EventRepository events) {
			this.customers = customers;
			this.events = events;
		}

		void call() {
			this.customers.getById("1");
		}

		@Override
		public String toString() {
			return this.customers + " and " + this.events;
		}

	}

}
