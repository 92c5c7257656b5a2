package io.contacthub.samples.orders;

import java.util.stream.Collectors;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.event.Event;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.properties.CompletedOrder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells of orders that ContactHub refuses. They are kept:
 * {@code publisher.refused().replayAll()} sends them again once the reason is mended.
 */
@Component
class RefusedOrders implements EventPublisherListener {

	private static final Log logger = LogFactory.getLog(RefusedOrders.class);

	@Override
	public void notSent(Event event, @Nullable Throwable failure) {
		String order = (event.properties() instanceof CompletedOrder properties) ? "order " + properties.orderId()
				: "an event";
		logger.info("refused   " + order + " is kept: " + reason(failure));
	}

	private static String reason(@Nullable Throwable failure) {
		String faults = ContactHubFailure.in(failure)
			.map((known) -> known.errors().stream().map(ApiError.Item::describe).collect(Collectors.joining(", ")))
			.orElse("");
		return (faults.isEmpty() && failure != null) ? String.valueOf(failure.getMessage()) : faults;
	}

}
