package io.contacthub.autoconfigure.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;

import io.contacthub.event.EventPublisher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.StringUtils;

/**
 * Binder of the numbers of publishers to metrics. One that nobody has asked for yet is
 * not made for them, and has nothing to count.
 */
class EventPublisherMetrics implements MeterBinder {

	private static final String MAIN = "contactHubEventPublisher";

	/** What follows the name of a publisher that has one. */
	private static final String NAMED = StringUtils.capitalize(MAIN);

	private final ConfigurableListableBeanFactory beans;

	/** Held here, since registries hold what they ask weakly. */
	private final List<Source> sources = new CopyOnWriteArrayList<>();

	EventPublisherMetrics(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String bean : this.beans.getBeanNamesForType(EventPublisher.class, false, false)) {
			Source source = new Source(this.beans, bean);
			this.sources.add(source);
			bind(registry, source, tag(bean));
		}
	}

	private static String tag(String bean) {
		if (bean.equals(MAIN)) {
			return "default";
		}
		return bean.endsWith(NAMED) ? bean.substring(0, bean.length() - NAMED.length()) : bean;
	}

	private static void bind(MeterRegistry registry, Source source, String tag) {
		Gauge.builder("contacthub.events.queued", source, source.number(EventPublisher::queued))
			.description("Events that wait to be sent or are being sent")
			.tag("publisher", tag)
			.register(registry);
		counter(registry, "sent", "Events that ContactHub has accepted", tag, source, EventPublisher::sent);
		counter(registry, "failed", "Events that could not be sent", tag, source, EventPublisher::failed);
		counter(registry, "dropped", "Events that were dropped", tag, source, EventPublisher::dropped);
	}

	private static void counter(MeterRegistry registry, String name, String description, String tag, Source source,
			ToDoubleFunction<EventPublisher> number) {
		FunctionCounter.builder("contacthub.events." + name, source, source.number(number))
			.description(description)
			.tag("publisher", tag)
			.register(registry);
	}

	/**
	 * A publisher as soon as there is one, and still when its application has ended: the
	 * last numbers may be read after that.
	 */
	private static final class Source {

		private final ConfigurableListableBeanFactory beans;

		private final String bean;

		private volatile @Nullable EventPublisher publisher;

		Source(ConfigurableListableBeanFactory beans, String bean) {
			this.beans = beans;
			this.bean = bean;
			publisher();
		}

		ToDoubleFunction<Source> number(ToDoubleFunction<EventPublisher> number) {
			return (source) -> {
				EventPublisher present = source.publisher();
				return (present != null) ? number.applyAsDouble(present) : 0;
			};
		}

		private @Nullable EventPublisher publisher() {
			if (this.publisher == null && this.beans.containsSingleton(this.bean)) {
				this.publisher = this.beans.getBean(this.bean, EventPublisher.class);
			}
			return this.publisher;
		}

	}

}
