package io.contacthub.samples.orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A stream of orders that become events, and customers whose changes are listened to.
 */
@SpringBootApplication
public class OrderStreamApplication {

	public static void main(String[] args) {
		SpringApplication.run(OrderStreamApplication.class, args);
	}

}
