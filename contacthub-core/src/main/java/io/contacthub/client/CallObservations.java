package io.contacthub.client;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * Observation of whole calls, with all their attempts; each attempt is observed by Spring
 * as an HTTP request of its own. Nothing that is observed is personal: an operation is
 * named without its ids, and a failure without what ContactHub said.
 */
final class CallObservations {

	private final ObservationRegistry registry;

	CallObservations(ObservationRegistry registry) {
		this.registry = registry;
	}

	Observation start(String operation) {
		return Observation.createNotStarted("contacthub.calls", this.registry)
			.contextualName(operation)
			.lowCardinalityKeyValue("operation", operation)
			.lowCardinalityKeyValue("outcome", "SUCCESS")
			.start();
	}

	static void failed(Observation observation, Throwable failure, String outcome) {
		observation.lowCardinalityKeyValue("outcome", outcome);
		observation.error(failure);
	}

	static void stop(Observation observation, int attempts) {
		observation.lowCardinalityKeyValue("attempts", String.valueOf(attempts));
		observation.stop();
	}

}
