package io.contacthub.event;

import java.util.List;
import java.util.Map;

import io.contacthub.client.ApiPage;
import io.contacthub.client.ContactHubClient;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.util.Assert;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * The events of a node, by way of the API.
 */
class DefaultEventRepository implements EventRepository {

	private static final List<String> READ_ONLY = List.of("id", "registeredAt", "updatedAt");

	private final EventApi api;

	private final String nodeId;

	DefaultEventRepository(ContactHubClient client, String nodeId) {
		this.api = client.createApi(EventApi.class);
		this.nodeId = nodeId;
	}

	@Override
	public Event add(Event event) {
		Map<String, @Nullable Object> document = document(event);
		EventApi.Accepted accepted = this.api.add(document).getBody();
		return (accepted != null && accepted.id() != null) ? event.withId(accepted.id()) : event;
	}

	private Map<String, @Nullable Object> document(Event event) {
		Assert.notNull(event.type(), "type of the event is missing: set it, such as EventType.VIEWED_PAGE");
		Assert.notNull(event.context(), "context of the event is missing: set it, such as EventContext.WEB");
		boolean owned = StringUtils.hasText(event.customerId());
		boolean broughtBack = StringUtils.hasText(event.bringBackProperties().value());
		Assert.isTrue(owned != broughtBack,
				"The event must have either a customerId or bringBackProperties, and it has "
						+ (owned ? "both" : "neither"));
		Event complete = broughtBack ? event.withBringBackProperties((back) -> back.withNodeId(this.nodeId)) : event;
		Map<String, @Nullable Object> document = complete.toMap();
		READ_ONLY.forEach(document::remove);
		document.putIfAbsent("properties", Map.of());
		return document;
	}

	@Override
	public Page<Event> findByCustomerId(String customerId, Pageable pageable) {
		Assert.hasText(customerId, "customerId is blank: give the id that ContactHub gave the customer");
		MultiValueMap<String, String> parameters = ApiPage.parameters(pageable);
		parameters.add("customerId", customerId);
		return this.api.list(parameters).toPage(pageable);
	}

}
