package com.example.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

// tag::meter[]
/**
 * Tells the health of ContactHub as a meter: 1 while it is up, else 0.
 */
@Component
public class ContactHubHealthMeter implements MeterBinder {

	private final ObjectProvider<HealthEndpoint> endpoint;

	public ContactHubHealthMeter(ObjectProvider<HealthEndpoint> endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("contacthub.health", this.endpoint, ContactHubHealthMeter::up).register(registry);
	}

	private static double up(ObjectProvider<HealthEndpoint> endpoint) {
		HealthDescriptor health = endpoint.getObject().healthForPath("contacthub");
		return (health != null && Status.UP.equals(health.getStatus())) ? 1 : 0;
	}

}
// end::meter[]
