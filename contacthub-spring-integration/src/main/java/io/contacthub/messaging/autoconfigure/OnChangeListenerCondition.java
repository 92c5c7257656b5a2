package io.contacthub.messaging.autoconfigure;

import io.contacthub.messaging.CustomerChangeListener;
import io.contacthub.messaging.EventChangeListener;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;

/**
 * Condition that matches when there is a listener of changes.
 */
class OnChangeListenerCondition extends AnyNestedCondition {

	OnChangeListenerCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	/** One of customers. */
	@ConditionalOnBean(CustomerChangeListener.class)
	static final class OfCustomers {

	}

	/** One of events. */
	@ConditionalOnBean(EventChangeListener.class)
	static final class OfEvents {

	}

}
