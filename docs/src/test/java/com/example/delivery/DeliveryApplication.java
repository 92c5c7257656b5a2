package com.example.delivery;

import com.example.delivery.NewsletterRegistration.Subscribers;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The application.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(NewsletterRegistration.class)
class DeliveryApplication {

	@Bean
	Subscribers subscribers() {
		return (subscriber) -> {
		};
	}

}
