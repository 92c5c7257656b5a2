package io.contacthub.event;

import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.customer.SessionId;
import io.contacthub.event.context.ContextInfo;
import io.contacthub.event.properties.EventProperties;
import io.contacthub.json.ApiObject;
import io.contacthub.json.DateTimes;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.json.TemporalType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Event: what a customer did, or what was done to a customer. It has a type, a context
 * and an owner. <pre class="code">{@code
 * Event event = Event.of(ViewedPage.builder().title("Shoes").build())
 *     .in(EventContext.WEB)
 *     .by(customer);
 * events.add(event);
 * if (event.properties() instanceof ViewedPage page) {
 *     log.info("viewed {}", page.title());
 * }
 * }</pre>
 * <p>
 * An event is an immutable value. Objects, lists and free properties are never null: an
 * absent one reads as empty, and is not sent. Members that this library does not know are
 * kept, at every level.
 *
 * @param id the id, absent before the event is added; set by ContactHub
 * @param customerId the customer of the event
 * @param bringBackProperties what brings the event to a customer whose id is not known;
 * without effect where there is a {@code customerId}
 * @param type what happened
 * @param context where it happened
 * @param date when it happened, sent in UTC with milliseconds; without it, when
 * ContactHub receives the event
 * @param properties what belongs to the type, at most 64 KB
 * @param contextInfo what belongs to the context, at most 64 KB; without it, ContactHub
 * adds the address and the user agent of the request
 * @param tracking parameters of tracking tools
 * @param registeredAt when the event was stored; set by ContactHub
 * @param updatedAt when the event was updated; set by ContactHub
 * @param unknown the members that this library does not know
 */
public record Event(@Nullable String id, @Nullable String customerId, BringBackProperties bringBackProperties,
		@Nullable EventType type, @Nullable EventContext context, @Nullable Instant date, EventProperties properties,
		ContextInfo contextInfo, Tracking tracking, @Nullable Instant registeredAt, @Nullable Instant updatedAt,
		JsonObject unknown) implements ApiObject, EventBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Event {
		bringBackProperties = Members.object(bringBackProperties, BringBackProperties.class);
		type = (type == null && properties != null) ? KnownEventTypes.typeOf(properties) : type;
		properties = KnownEventTypes.typed(properties, type);
		contextInfo = KnownEventTypes.typed(contextInfo, context);
		tracking = Members.object(tracking, Tracking.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EventBuilder builder() {
		return new EventBuilder();
	}

	/**
	 * Return an event of the type that its properties belong to.
	 * @param properties the properties, in the record of their type
	 * @return an event without context and owner
	 */
	public static Event of(EventProperties properties) {
		Assert.notNull(properties, "properties are null: give those of the event");
		return builder().properties(properties).build();
	}

	/**
	 * Return an event of any type.
	 * @param type the type
	 * @return an event without properties, context and owner
	 */
	public static Event of(EventType type) {
		Assert.notNull(type, "type is null: give the type of the event");
		return builder().type(type).build();
	}

	/**
	 * Return an event from a map.
	 * @param map the members, nested as in the document; changes to it later have no
	 * effect
	 * @return the event
	 */
	@SuppressWarnings("unchecked")
	public static Event of(Map<String, ? extends @Nullable Object> map) {
		Assert.notNull(map, "map is null: give names and values, or an empty map");
		Class<? extends EventProperties> record = KnownEventTypes.record(map.get("type"));
		if (record == null || !(map.get("properties") instanceof Map<?, ?> properties)) {
			return Members.read(map, Event.class);
		}
		Map<String, @Nullable Object> members = new LinkedHashMap<>(map);
		members.put("properties", Members.plain(JsonObject.copyOf((Map<String, ?>) properties), record));
		return Members.read(members, Event.class);
	}

	/**
	 * Return the same event at a time.
	 * @param date when it happened: an {@code Instant}, {@code OffsetDateTime},
	 * {@code ZonedDateTime}, or a {@code LocalDate} for its beginning in UTC
	 * @return a changed copy
	 * @throws IllegalArgumentException when it is another date, such as a
	 * {@code LocalDateTime}, which has no zone
	 */
	public Event at(Temporal date) {
		Assert.notNull(date, "date is null: give the time of the event");
		return withDate(date);
	}

	/**
	 * Return the same event at a time.
	 * @param date when it happened, in ISO 8601; without an offset in UTC
	 * @return a changed copy
	 * @throws IllegalArgumentException when the text is no date
	 */
	public Event at(String date) {
		return withDate(DateTimes.parse(TemporalType.DATE_TIME.text("date", date)));
	}

	/**
	 * Return the same event in a context.
	 * @param context the context
	 * @return a changed copy
	 */
	public Event in(EventContext context) {
		Assert.notNull(context, "context is null: give the context of the event");
		return withContext(context);
	}

	/**
	 * Return the same event of a customer, and of nobody else: an event has one owner,
	 * which each of the methods {@code by…} replaces.
	 * @param customer the customer, which must be stored
	 * @return a changed copy
	 * @throws IllegalArgumentException when the customer has no id
	 */
	public Event by(Customer customer) {
		Assert.notNull(customer, "customer is null: give the customer of the event");
		Assert.hasText(customer.id(), "id of the customer is missing: store it before its events");
		return byCustomerId(customer.id());
	}

	/**
	 * Return the same event of the customer with an id, and of nobody else.
	 * @param customerId the id that ContactHub gave the customer
	 * @return a changed copy
	 * @throws IllegalArgumentException when the id is blank
	 */
	public Event byCustomerId(String customerId) {
		Assert.hasText(customerId, "customerId is blank: give the id that ContactHub gave the customer");
		return with((event) -> event.customerId(customerId).bringBackProperties((BringBackProperties) null));
	}

	/**
	 * Return the same event of a visitor, who may become a customer, and of nobody else.
	 * @param session the session of the visitor
	 * @return a changed copy
	 */
	public Event by(SessionId session) {
		Assert.notNull(session, "session is null: give the session of the visitor");
		return broughtBack(BringBackProperties.session(session.value()));
	}

	/**
	 * Return the same event of the customer with an external id, and of nobody else; if
	 * there is no such customer, ContactHub creates an empty one.
	 * @param externalId the id of the customer in the application
	 * @return a changed copy
	 * @throws IllegalArgumentException when the id is blank
	 */
	public Event byExternalId(String externalId) {
		Assert.hasText(externalId, "externalId is blank: give the id of the customer in the application");
		return broughtBack(BringBackProperties.externalId(externalId));
	}

	private Event broughtBack(BringBackProperties properties) {
		return with((event) -> event.customerId(null).bringBackProperties(properties));
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
