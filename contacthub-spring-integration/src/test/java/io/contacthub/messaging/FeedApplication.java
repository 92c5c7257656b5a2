package io.contacthub.messaging;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/**
 * An application that prints each change that it is told of, before it is handled. One of
 * them it never handles, if it is told so: there it can be killed.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class FeedApplication {

	static final String STARTED = "started";

	static final String HANDLED = "handled ";

	/** Nothing is kept back that would be lost with the process. */
	private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

	public static void main(String... arguments) {
		SpringApplication.run(FeedApplication.class, arguments);
	}

	@Bean
	CustomerChangeListener printer(@Value("${test.last:none}") String last) {
		return (customer, update) -> {
			String id = String.valueOf(customer.externalId());
			print(HANDLED + id);
			if (id.equals(last)) {
				new CountDownLatch(1).await();
			}
		};
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> starter() {
		return (event) -> {
			try {
				print(STARTED);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		};
	}

	private static void print(String line) throws IOException {
		OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
	}

}
