package io.contacthub.autoconfigure;

import java.util.function.Supplier;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import jakarta.annotation.PreDestroy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Beans that publish while they are destroyed, one for each way to the publisher.
 */
final class LastWords {

	private LastWords() {
	}

	static Event event() {
		return Event.of(EventType.LOGGED_IN).in(EventContext.WEB).withCustomerId("last words");
	}

	/**
	 * One that publishes while it is destroyed.
	 */
	private abstract static class Speaker {

		private final Supplier<EventPublisher> publisher;

		Speaker(Supplier<EventPublisher> publisher) {
			this.publisher = publisher;
		}

		@PreDestroy
		void speak() {
			this.publisher.get().publish(event());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Direct extends Speaker {

		Direct(EventPublisher publisher) {
			super(() -> publisher);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfLazy extends Speaker {

		OfLazy(@Lazy EventPublisher publisher) {
			super(() -> publisher);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByProvider extends Speaker {

		ByProvider(ObjectProvider<EventPublisher> publisher) {
			super(publisher::getObject);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByContext extends Speaker {

		ByContext(ApplicationContext context) {
			super(() -> context.getBean(EventPublisher.class));
		}

	}

}
