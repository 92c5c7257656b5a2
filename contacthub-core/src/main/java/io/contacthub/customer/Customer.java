package io.contacthub.customer;

import java.time.Instant;
import java.util.Map;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.processor.Metamodel;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A customer of a node: an immutable value, which a {@link CustomerRepository} stores and
 * finds. <pre class="code">{@code
 * Customer customer = Customer.builder()
 *     .externalId("17")
 *     .base((base) -> base.firstName("Ada")
 *         .contacts((contacts) -> contacts.email("ada@example.com")))
 *     .build();
 * String email = customer.base().contacts().email(); // null when there is none
 * Customer moved = customer.withBase((base) -> base.withAddress((address) -> address.withCity("Milan")));
 * }</pre>
 * <p>
 * Objects, lists and free properties are never null: an absent one reads as empty, and is
 * not sent. Texts, numbers, booleans and dates are null when they are absent. Members
 * that this library does not know are kept, at every level, and written as they were
 * read.
 * <p>
 * What ContactHub sets itself is read and never sent: {@code registeredAt},
 * {@code updatedAt} and {@code sourceInfo}.
 *
 * @param id the id that ContactHub gave the customer, absent before it is stored
 * @param nodeId the node of the customer; set by the repository
 * @param externalId the id of the customer in the application; several customers may have
 * the same
 * @param extra a free text of at most 64 KB
 * @param enabled whether the customer is active
 * @param base the properties that all workspaces share, at most 64 KB
 * @param extended the properties that the workspace defines in its settings, at most 64
 * KB
 * @param consents what the customer has agreed to
 * @param tags the tags
 * @param sourceInfo which sources registered and updated the customer; set by ContactHub
 * @param registeredAt when the customer was registered; set by ContactHub
 * @param updatedAt when the customer was updated last; set by ContactHub
 * @param projection the fields that were fetched, absent when all were; not part of the
 * document, but where an application keeps a customer as JSON it is beside it, as
 * {@code @projection}
 * @param unknown the members that this library does not know
 */
@Metamodel
public record Customer(@Nullable String id, @Nullable String nodeId, @Nullable String externalId,
		@Nullable String extra, @Nullable Boolean enabled, BaseProperties base, JsonObject extended, Consents consents,
		Tags tags, SourceInfo sourceInfo, @Nullable Instant registeredAt, @Nullable Instant updatedAt,
		@Nullable Projection projection, JsonObject unknown) implements ApiObject, CustomerBuilder.Withers {

	private static final String EXTENDED = "extended";

	/**
	 * Complete what is absent.
	 */
	public Customer {
		base = Members.object(base, BaseProperties.class);
		extended = Members.properties(extended);
		consents = Members.object(consents, Consents.class);
		tags = Members.object(tags, Tags.class);
		sourceInfo = Members.object(sourceInfo, SourceInfo.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static CustomerBuilder builder() {
		return new CustomerBuilder();
	}

	/**
	 * Start with the members of a map.
	 * @param template the members, nested as in the document; changes to it later have no
	 * effect
	 * @return a builder
	 */
	public static CustomerBuilder builder(Map<String, ? extends @Nullable Object> template) {
		return new CustomerBuilder(of(template));
	}

	/**
	 * Return a customer from a map.
	 * @param map the members, nested as in the document; changes to it later have no
	 * effect
	 * @return the customer
	 */
	public static Customer of(Map<String, ? extends @Nullable Object> map) {
		return Members.read(map, Customer.class);
	}

	/**
	 * Set one of the extended properties.
	 * @param name its name
	 * @param value its value, see {@link JsonObject} for the types it may have
	 * @return a changed copy
	 */
	public Customer withExtended(String name, @Nullable Object value) {
		return withExtended(this.extended.with(name, value));
	}

	/**
	 * Return the extended properties as a type of the application.
	 * @param <T> the type
	 * @param type the type, such as a record
	 * @return the value
	 * @throws IllegalArgumentException when the properties do not fit the type
	 */
	public <T> T extendedAs(Class<T> type) {
		return this.extended.as(type);
	}

	/**
	 * Return whether a field was fetched, so that its absence means that it has no value.
	 * @param field the field
	 * @return {@code false} only when this customer comes from a list with a projection
	 * that left the field out
	 */
	public boolean isFetched(Field<?> field) {
		Assert.notNull(field, "field is null: give the field that is asked for");
		return this.projection == null || this.projection.includes(field);
	}

	/**
	 * Return the value of any field, as it would be written.
	 * @param field the field, such as {@code BASE.FIRST_NAME} or
	 * {@code Field.extended("points")}
	 * @return a text, number, boolean, list or map, or {@code null} when it is absent
	 */
	public @Nullable Object get(Field<?> field) {
		Assert.notNull(field, "field is null: give the field that is asked for");
		Map<String, @Nullable Object> members = toMap();
		if (field.names().size() > 1 && members.get(EXTENDED) instanceof String) {
			// which holds what was read from it
			members.put(EXTENDED, this.extended.toMap());
		}
		@Nullable Object value = members;
		for (String name : field.names()) {
			value = (value instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return value;
	}

	/**
	 * Return the value of any field, as it would be written.
	 * @param path the names with dots between, such as {@code base.firstName}
	 * @return a text, number, boolean, list or map, or {@code null} when it is absent
	 */
	public @Nullable Object get(String path) {
		return get(Field.field(path));
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
