package io.contacthub.messaging.autoconfigure;

import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

import io.contacthub.messaging.UpdateMessageSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Binder of the numbers of the feed to metrics.
 */
class UpdateFeedMetrics implements MeterBinder {

	private final UpdateMessageSource source;

	private final UpdateFeedEndpoint endpoint;

	UpdateFeedMetrics(UpdateMessageSource source, UpdateFeedEndpoint endpoint) {
		this.source = source;
		this.endpoint = endpoint;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("contacthub.feed.lag", this, UpdateFeedMetrics::lag)
			.description("Offset of the last change less the one up to which all were handled, told by who reads")
			.register(registry);
		Gauge.builder("contacthub.feed.leader", this.endpoint, (leader) -> leader.isLeading() ? 1 : 0)
			.description("Whether this instance reads changes")
			.register(registry);
		counter(registry, "handled", UpdateMessageSource::handled);
		counter(registry, "failed", UpdateMessageSource::failed);
		counter(registry, "skipped", UpdateMessageSource::skipped);
	}

	private double lag() {
		// one answer is enough for all instances
		OptionalLong lag = this.endpoint.isLeading() ? this.source.lag() : OptionalLong.empty();
		return lag.isPresent() ? lag.getAsLong() : Double.NaN;
	}

	private void counter(MeterRegistry registry, String outcome, ToDoubleFunction<UpdateMessageSource> number) {
		FunctionCounter.builder("contacthub.feed.updates", this.source, number)
			.description("Attempts to handle a change that succeeded or failed, and changes that were skipped")
			.tag("outcome", outcome)
			.register(registry);
	}

}
