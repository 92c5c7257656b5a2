package io.contacthub.aot;

import io.contacthub.Node;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.query.Query;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that is processed ahead of time; it counts its customers and ends.
 */
@SpringBootApplication
public class BuiltApplication {

	public static void main(String... arguments) {
		try (ConfigurableApplicationContext context = SpringApplication.run(BuiltApplication.class, arguments)) {
			long customers = context.getBean(CustomerRepository.class).count(Query.all());
			LogFactory.getLog(BuiltApplication.class)
				.info("There are " + customers + " customers, and the nodes " + context.getBeansOfType(Node.class));
		}
	}

}
