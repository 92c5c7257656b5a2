package io.contacthub.data.built;

import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.data.built.BuiltReaders.Reader;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application with a repository that is built ahead of time.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BuiltApplication {

	private static final Log logger = LogFactory.getLog(BuiltApplication.class);

	public static void main(String[] args) {
		SpringApplication.run(BuiltApplication.class, args).close();
	}

	@Bean
	ApplicationRunner reading(BuiltReaders readers) {
		return (arguments) -> {
			readers.save(Customer.builder().externalId("ann").base((base) -> base.firstName("Ann")).build());
			List<Reader> found = readers.findByBaseFirstName("Ann");
			logger.info("Found " + found.get(0).getExternalId() + " of " + readers.count());
		};
	}

}
