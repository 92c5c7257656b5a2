package io.contacthub.autoconfigure.health;

import io.contacthub.event.DurableEventPublisher;

/**
 * Condition that matches when there is a publisher that keeps its events in a store.
 */
class OnDurableEventPublisherCondition extends OnTypeCondition {

	OnDurableEventPublisherCondition() {
		super(DurableEventPublisher.class, "ContactHub publisher with a store");
	}

}
