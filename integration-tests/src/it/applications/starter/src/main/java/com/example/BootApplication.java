package com.example;

import io.contacthub.customer.CustomerRepository;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Reads a customer.
 */
@SpringBootApplication
public class BootApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(BootApplication.class, arguments);
	}

	@Bean
	CommandLineRunner read(CustomerRepository customers) {
		return (arguments) -> System.out.println("read " + customers.getById("c1").base().firstName());
	}

}
