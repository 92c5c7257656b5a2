package io.contacthub.test.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.contacthub.event.EventPublisher;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Post-processor that collects the publishers of an application. It gets hold of them
 * before a test puts spies in their place, which would count the calls made here among
 * those of the test.
 */
class EventPublishers implements BeanPostProcessor {

	private static final Log logger = LogFactory.getLog(EventPublishers.class);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	private final List<EventPublisher> publishers = new CopyOnWriteArrayList<>();

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof EventPublisher publisher) {
			this.publishers.add(publisher);
		}
		return bean;
	}

	/**
	 * Wait until all events have been sent, but not for ever.
	 */
	void await() throws InterruptedException {
		for (EventPublisher publisher : this.publishers) {
			if (!publisher.flush(LONGEST_WAIT)) {
				if (Thread.interrupted()) {
					throw new InterruptedException();
				}
				logger.warn("Events of an earlier test are still being sent and may reach this one");
			}
		}
	}

}
