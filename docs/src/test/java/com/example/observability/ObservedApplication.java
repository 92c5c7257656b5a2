package com.example.observability;

import com.example.nodes.ForeignNodes;
import com.example.nodes.Outlets;
import com.example.nodes.Tenants;
import com.example.tracing.Orders;
import io.contacthub.messaging.CustomerChangeListener;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * An application that has all there is to observe.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ContactHubHealthMeter.class, Outlets.class, Tenants.class, ForeignNodes.class, Orders.class })
public class ObservedApplication {

	@Bean
	PrometheusMeterRegistry prometheus() {
		return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
	}

	@Bean
	CustomerChangeListener customerChanges() {
		return (customer, update) -> {
		};
	}

}
