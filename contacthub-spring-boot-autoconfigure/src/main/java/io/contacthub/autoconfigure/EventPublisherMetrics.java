package io.contacthub.autoconfigure;

import io.contacthub.event.EventPublisher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The numbers of a publisher as metrics.
 */
class EventPublisherMetrics implements MeterBinder {

	private final EventPublisher publisher;

	EventPublisherMetrics(EventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("contacthub.events.queued", this.publisher, EventPublisher::queued)
			.description("Events that wait to be sent or are being sent")
			.register(registry);
		FunctionCounter.builder("contacthub.events.sent", this.publisher, EventPublisher::sent)
			.description("Events that ContactHub has accepted")
			.register(registry);
		FunctionCounter.builder("contacthub.events.failed", this.publisher, EventPublisher::failed)
			.description("Events that could not be sent")
			.register(registry);
		FunctionCounter.builder("contacthub.events.dropped", this.publisher, EventPublisher::dropped)
			.description("Events that were dropped")
			.register(registry);
	}

}
