package io.contacthub.event;

import io.contacthub.client.Delivery;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;

/**
 * Outcome of an event that failed: what becomes of it.
 */
enum EventOutcome {

	/** It is sent again. */
	STAYS,

	/** It is told to the listener. */
	FAILS,

	/**
	 * It is told to the listener, and the others need not share its lot, which is that of
	 * any event now.
	 */
	FAILS_AND_WARNS_THE_OTHERS;

	/**
	 * Judge an event by its failure.
	 * @param failure what came of sending it
	 * @param delivery what happens to one that may have been carried out
	 * @return what becomes of it
	 */
	static EventOutcome of(Throwable failure, Delivery delivery) {
		ContactHubFailure reason = ContactHubFailure.in(failure).orElse(null);
		if (reason == null) {
			return FAILS;
		}
		return switch (reason.repeatability()) {
			case ALWAYS -> STAYS;
			case IF_IDEMPOTENT -> (delivery == Delivery.AT_LEAST_ONCE) ? STAYS : FAILS_AND_WARNS_THE_OTHERS;
			// nothing was sent: it can be once the certificate is a right one
			case NEVER -> (reason.reason() == FailureReason.UNTRUSTED_SERVER) ? STAYS : FAILS;
		};
	}

}
