package io.contacthub.messaging;

import io.contacthub.client.PauseSettings;

import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Lengths of pauses as settings say.
 */
final class Pauses {

	private Pauses() {
	}

	static BackOffExecution start(PauseSettings settings) {
		ExponentialBackOff backOff = new ExponentialBackOff(settings.initialInterval().toMillis(),
				settings.multiplier());
		backOff.setMaxInterval(settings.maxInterval().toMillis());
		backOff.setJitter((long) (settings.jitter() * settings.initialInterval().toMillis()));
		return backOff.start();
	}

}
