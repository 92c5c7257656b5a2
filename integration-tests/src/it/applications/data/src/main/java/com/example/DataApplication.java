package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Finds a customer by a repository that is declared as an interface.
 */
@SpringBootApplication
public class DataApplication {

	public static void main(String[] arguments) {
		try (ConfigurableApplicationContext context = SpringApplication.run(DataApplication.class, arguments)) {
			context.getBean(Readers.class)
				.findByBaseContactsEmail("ann@example.com")
				.ifPresent((reader) -> System.out.println("found " + reader.baseFirstName()));
		}
	}

}
