package io.contacthub.messaging;

import java.util.concurrent.CountDownLatch;

import io.contacthub.Node;
import io.contacthub.customer.Customer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application that is built ahead of time: it ends when it has heard of a customer.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BuiltFeed {

	private static final Log logger = LogFactory.getLog(BuiltFeed.class);

	private final CountDownLatch heard = new CountDownLatch(1);

	public static void main(String[] args) {
		SpringApplication.run(BuiltFeed.class, args).close();
	}

	@Bean
	CustomerChangeListener listener() {
		return (customer, update) -> {
			logger.info("Heard of " + customer.externalId());
			this.heard.countDown();
		};
	}

	@Bean
	ApplicationRunner registration(Node node) {
		return (arguments) -> {
			node.customers().insert(Customer.builder().externalId("ann").build());
			this.heard.await();
		};
	}

}
