package com.example.security;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.event.EventPublisherListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Log that has nothing of what ContactHub has quoted.
 */
@Configuration(proxyBeanMethods = false)
class QuietLog {

	private static final Log logger = LogFactory.getLog(QuietLog.class);

	// tag::text[]
	static String text(Throwable exception) {
		return ContactHubFailure.in(exception)
			.map((failure) -> failure.operation() + ": " + failure.reason() + ", logref " + failure.logref())
			.orElseGet(() -> exception.getClass().getName());
	}
	// end::text[]

	// tag::listener[]
	@Bean
	EventPublisherListener eventPublisherListener() {
		return (event, failure) -> logger.warn("An event of type " + event.type() + " was not sent: "
				+ ((failure != null) ? text(failure) : "it was dropped"));
	}
	// end::listener[]

}
