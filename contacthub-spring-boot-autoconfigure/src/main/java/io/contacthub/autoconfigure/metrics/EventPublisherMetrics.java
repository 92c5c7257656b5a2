package io.contacthub.autoconfigure.metrics;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventBacklog;
import io.contacthub.event.EventPublisher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
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

	private static final String QUEUED = "Events that wait to be sent or are being sent";

	private final ConfigurableListableBeanFactory beans;

	private final BackgroundExecutor executor = BackgroundExecutor.unbounded("contacthub-metrics-", (task) -> task);

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
			if (this.beans.isTypeMatch(bean, DurableEventPublisher.class)) {
				bindStore(registry, source, tag(bean));
			}
			else {
				gauge(registry, "queued", QUEUED, tag(bean), source, source.number(EventPublisher::queued));
			}
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
		counter(registry, "sent", "Events that ContactHub has accepted", tag, source, EventPublisher::sent);
		counter(registry, "failed", "Events that could not be sent", tag, source, EventPublisher::failed);
		counter(registry, "dropped", "Events that were dropped", tag, source, EventPublisher::dropped);
	}

	private void bindStore(MeterRegistry registry, Source source, String tag) {
		BacklogReader backlog = new BacklogReader(source::durable, this.executor);
		gauge(registry, "queued", QUEUED, tag, source, (held) -> backlog.read(EventBacklog::waiting));
		gauge(registry, "refused", "Events that ContactHub will not take", tag, source,
				(held) -> backlog.read(EventBacklog::refused));
		TimeGauge
			.builder("contacthub.events.oldest", source, TimeUnit.MILLISECONDS,
					(held) -> backlog.read((present) -> present.age(Instant.now()).toMillis()))
			.description("Age of the oldest event that waits to be sent or is being sent")
			.tag("publisher", tag)
			.register(registry);
	}

	private static void gauge(MeterRegistry registry, String name, String description, String tag, Source source,
			ToDoubleFunction<Source> number) {
		Gauge.builder("contacthub.events." + name, source, number)
			.description(description)
			.tag("publisher", tag)
			.register(registry);
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

		@Nullable DurableEventPublisher durable() {
			return (publisher() instanceof DurableEventPublisher durable) ? durable : null;
		}

		private @Nullable EventPublisher publisher() {
			if (this.publisher == null && this.beans.containsSingleton(this.bean)) {
				this.publisher = this.beans.getBean(this.bean, EventPublisher.class);
			}
			return this.publisher;
		}

	}

}
