package com.example.plain;

// tag::configuration[]
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans that the starter would make. */
@Configuration(proxyBeanMethods = false)
class PlainConfiguration {

	private static final Log logger = LogFactory.getLog(PlainConfiguration.class);

	@Bean
	Workspace workspace(Environment environment) {
		Workspace.Builder builder = Workspace.builder()
			.id(environment.getRequiredProperty("contacthub.workspace-id"))
			.token(environment.getRequiredProperty("contacthub.token"));
		String address = environment.getProperty("contacthub.base-url");
		return ((address != null) ? builder.baseUrl(address) : builder).build();
	}

	@Bean
	Node node(Workspace workspace, Environment environment) {
		return workspace.node(environment.getRequiredProperty("contacthub.node-id"));
	}

	@Bean
	CustomerRepository customerRepository(Node node) {
		return node.customers();
	}

	@Bean
	EventRepository eventRepository(Node node) {
		return node.events();
	}

	@Bean // Spring calls close() at the end, which sends what is queued
	EventPublisher eventPublisher(EventRepository events) {
		return EventPublisher.create(events, EventPublisher.Settings.defaults(), (event, failure) -> logger
			.error("Not sent: " + event.type() + ", " + EventPublisherListener.summary(failure)));
	}

}
// end::configuration[]
