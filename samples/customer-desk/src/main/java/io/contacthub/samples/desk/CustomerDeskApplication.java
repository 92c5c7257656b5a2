package io.contacthub.samples.desk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A desk at which customers and their events are looked up, added and changed.
 */
@SpringBootApplication
public class CustomerDeskApplication {

	public static void main(String[] args) {
		SpringApplication.run(CustomerDeskApplication.class, args);
	}

}
