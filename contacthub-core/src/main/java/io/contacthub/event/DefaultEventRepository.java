package io.contacthub.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.bulk.BulkOperation;
import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkRead;
import io.contacthub.bulk.BulkResult;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.client.ApiPage;
import io.contacthub.client.ContactHubClient;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.json.DateTimes;
import io.contacthub.json.JsonObject;
import io.contacthub.json.OpenValue;
import io.contacthub.json.RequestDocument;
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

	private static final String NO_FILTER = "filter is null: use EventFilter.ofNode() for all events";

	private static final String MODE = "mode";

	private static final String OWNER = "bringBackProperties";

	private static final String[] LIMITED = { "properties", "contextInfo" };

	private static final List<String> READ_ONLY = List.of("id", "registeredAt", "updatedAt", MODE);

	private final ContactHubClient client;

	private final String nodeId;

	DefaultEventRepository(ContactHubClient client, String nodeId) {
		Assert.hasText(nodeId, "nodeId is blank: give the id of the node");
		this.client = client;
		this.nodeId = nodeId;
	}

	private EventApi api() {
		return this.client.createApi(EventApi.class);
	}

	@Override
	public Event add(Event event) {
		EventApi.Accepted accepted = api().add(document(event)).getBody();
		String id = (accepted != null) ? accepted.id() : null;
		return event.with((added) -> added.id(id).registeredAt(null).updatedAt(null));
	}

	private JsonObject document(Event event) {
		try {
			return RequestDocument.of(members(event), LIMITED);
		}
		catch (IllegalArgumentException ex) {
			// so that it can be told from those of interceptors, which judge no event
			throw new IllegalEventException(ex.getMessage(), ex);
		}
	}

	private Map<String, @Nullable Object> members(Event event) {
		EventChecks.checkNew(event);
		boolean owned = StringUtils.hasText(event.customerId());
		Map<String, @Nullable Object> members = RequestDocument
			.members((owned || event.customerId() == null) ? event : event.withCustomerId(null));
		if (owned) {
			members.remove(OWNER);
		}
		else {
			members.put(OWNER, event.bringBackProperties().withNodeId(this.nodeId));
		}
		READ_ONLY.forEach(members::remove);
		members.putIfAbsent("properties", JsonObject.of());
		return members;
	}

	@Override
	public Optional<Event> findById(String id) {
		return ContactHubFailure.emptyIfNotFound(() -> getById(id));
	}

	@Override
	public Event getById(String id) {
		return api().get(id);
	}

	@Override
	public Page<Event> find(EventFilter filter, Pageable pageable) {
		return list(filter, pageable).toPage(pageable);
	}

	@Override
	public Stream<Event> stream(EventFilter filter) {
		Assert.notNull(filter, NO_FILTER);
		return this.client.stream((pageable) -> list(filter, pageable));
	}

	@Override
	public BulkRead<Event> read(EventFilter filter) {
		Assert.notNull(filter, NO_FILTER);
		return BulkRead.create(new EventReading(this.client, (pageable) -> list(filter, pageable)));
	}

	@Override
	public BulkWriter<Event> bulk(BulkSettings settings) {
		return BulkWriter.create(this.client, this::adding, settings).from(DefaultEventRepository::dated);
	}

	private BulkOperation<Event> adding(ContactHubClient client) {
		EventRepository events = new DefaultEventRepository(client, this.nodeId);
		return (event) -> new BulkResult(BulkOutcome.Kind.ACCEPTED, events.add(event).id());
	}

	private static Event dated(Event event) {
		return (event.date() != null) ? event : event.withDate(Instant.now());
	}

	private ApiPage<Event> list(EventFilter filter, Pageable pageable) {
		Assert.notNull(filter, NO_FILTER);
		MultiValueMap<String, String> parameters = ApiPage.parameters(pageable);
		if (filter.customerId() != null) {
			parameters.add("customerId", filter.customerId());
		}
		else {
			parameters.add("nodeId", this.nodeId);
		}
		addValues(parameters, "type", filter.types());
		addValues(parameters, "context", filter.contexts());
		addValues(parameters, "mode", (filter.mode() != null) ? List.of(filter.mode()) : List.of());
		addDate(parameters, "dateFrom", filter.from());
		addDate(parameters, "dateTo", filter.to());
		return api().list(parameters);
	}

	private static void addValues(MultiValueMap<String, String> parameters, String name,
			List<? extends OpenValue> values) {
		if (!values.isEmpty()) {
			values.forEach((value) -> Assert.isTrue(value.value().indexOf(',') < 0,
					() -> name + " is '" + value + "': with a comma it would be two, give each by itself"));
			parameters.add(name, values.stream().map(OpenValue::value).collect(Collectors.joining(",")));
		}
	}

	private static void addDate(MultiValueMap<String, String> parameters, String name, @Nullable Instant date) {
		if (date != null) {
			parameters.add(name, DateTimes.format(date));
		}
	}

	@Override
	public void replace(Event event) {
		EventChecks.check(event);
		String id = event.id();
		Assert.hasText(id, "id of the event is missing: only a stored event can be replaced");
		Assert.isTrue(event.registeredAt() != null && event.updatedAt() != null,
				"registeredAt or updatedAt of the event is missing: read the event with getById first");
		Map<String, @Nullable Object> members = RequestDocument.members(event);
		members.remove(MODE);
		members.putIfAbsent("properties", JsonObject.of());
		api().replace(id, RequestDocument.of(members, LIMITED));
	}

	@Override
	public void deleteById(String id) {
		api().delete(id);
	}

}
