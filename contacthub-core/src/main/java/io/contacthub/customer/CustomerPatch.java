package io.contacthub.customer;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import io.contacthub.json.DocumentDeserializer;
import io.contacthub.json.DocumentSerializer;
import io.contacthub.json.Jackson2Refusal;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.json.MergePatch;
import io.contacthub.query.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.util.Assert;

/**
 * Changes to some members of a customer, as a JSON merge patch (RFC 7396): members that
 * are not named stay as they are, null clears a member, lists are replaced as a whole.
 * <pre class="code">{@code
 * CustomerPatch patch = CustomerPatch.builder()
 *     .set(BASE.CONTACTS.EMAIL, "ada@example.com")
 *     .set("extended.points", 12)
 *     .setOrClear(BASE.DOB, form.dob())
 *     .build();
 * Customer changed = customers.patch(id, patch);
 * }</pre> {@code BASE} is one of the constants of {@link CustomerFields}. A patch is
 * immutable, and may be sent for any number of customers.
 * <p>
 * The id, the node id and what ContactHub sets itself are never part of a patch; where
 * they are given, they are left out.
 */
@JsonIdentityInfo(generator = Jackson2Refusal.class)
@JsonSerialize(using = CustomerPatch.Serializer.class)
@JsonDeserialize(using = CustomerPatch.Deserializer.class)
public final class CustomerPatch implements Serializable {

	private static final long serialVersionUID = 1L;

	private final JsonObject document;

	private CustomerPatch(Map<String, @Nullable Object> document) {
		ReadOnlyMembers.removeFrom(document);
		this.document = JsonObject.copyOf(document);
	}

	/**
	 * Start without changes.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the changes that a map describes.
	 * @param changes the members to change, nested as in the customer; null clears
	 * @return the patch
	 */
	public static CustomerPatch of(Map<String, ? extends @Nullable Object> changes) {
		return new CustomerPatch(Members.plain(changes, Customer.class).toMap());
	}

	/**
	 * Return the least changes that lead from one state of a customer to another. An
	 * explicit null among properties that this library does not know cannot be set by a
	 * patch: it clears the property.
	 * <p>
	 * What ContactHub says otherwise than it was told is no change: within the lists of
	 * the base properties, members that are null or empty, and the {@code registeredAt}
	 * and {@code updatedAt} of a subscription where they are not given; in a date-time,
	 * the form of the text; and among the properties that this library does not know, a
	 * text in the form in which ContactHub writes a date-time
	 * ({@code 2017-03-02T12:12:53.074+0000}), of which the other one says the same
	 * millisecond.
	 * @param before the customer as ContactHub has it
	 * @param after the customer as it shall be
	 * @return the patch, empty when there is no change
	 */
	public static CustomerPatch between(Customer before, Customer after) {
		Assert.notNull(before, "before is null: give the customer as it is");
		Assert.notNull(after, "after is null: give the customer as it shall be");
		return new CustomerPatch(MergePatch.between(before.toMap(), after.toMap(), Customer.class));
	}

	/**
	 * Return what this changes in a customer.
	 * @param stored the customer as ContactHub has it
	 * @return the patch without all that is so already
	 */
	CustomerPatch remainingFor(Customer stored) {
		return new CustomerPatch(MergePatch.remaining(stored.toMap(), this.document, Customer.class));
	}

	/**
	 * Return whether there is no change.
	 * @return {@code true} when nothing would be sent
	 */
	public boolean isEmpty() {
		return this.document.isEmpty();
	}

	/**
	 * Return the customer as the patch makes it.
	 * @param customer the customer before; what ContactHub adds by itself is not foreseen
	 * @return the customer after
	 */
	public Customer applyTo(Customer customer) {
		return Members.readDocument(MergePatch.apply(customer.toMap(), this.document), Customer.class);
	}

	/**
	 * Return the patch as it is sent.
	 * @return a modifiable copy; members that are cleared are null
	 */
	public Map<String, @Nullable Object> toMap() {
		return this.document.toMap();
	}

	/**
	 * Return the members that are changed, without a copy of what they hold.
	 */
	Map<String, @Nullable Object> members() {
		return this.document;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CustomerPatch patch
				&& Objects.equals(Members.comparable(patch.document), Members.comparable(this.document));
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(Members.comparable(this.document));
	}

	/**
	 * Return how many members of the customer are changed; their values may be personal.
	 */
	@Override
	public String toString() {
		return "CustomerPatch[" + this.document.size() + ((this.document.size() == 1) ? " member]" : " members]");
	}

	/**
	 * Builder of a {@link CustomerPatch}.
	 */
	public static final class Builder {

		private final Map<String, @Nullable Object> document = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set a field.
		 * @param <T> the type of its value
		 * @param field the field, such as {@code BASE.CONTACTS.EMAIL}
		 * @param value the value; a list replaces the whole list
		 * @return this builder
		 * @throws IllegalArgumentException when the field is within the elements of a
		 * list, which can only be replaced as a whole
		 */
		public <T> Builder set(Field<T> field, T value) {
			Assert.notNull(Members.unwrapped(value), () -> "value of '" + field + "' is null: clear the field instead");
			return put(field, value);
		}

		/**
		 * Set a field.
		 * @param path the names with dots between, such as {@code base.contacts.email}
		 * @param value the value; a list replaces the whole list
		 * @return this builder
		 */
		public Builder set(String path, Object value) {
			return set(Field.field(path), value);
		}

		/**
		 * Set a field to a value, or clear it when there is none, as a form leaves it.
		 * @param <T> the type of its value
		 * @param field the field, such as {@code BASE.CONTACTS.EMAIL}
		 * @param value the value, or {@code null} to clear the field
		 * @return this builder
		 * @throws IllegalArgumentException when the field is within the elements of a
		 * list, which can only be replaced as a whole
		 */
		public <T> Builder setOrClear(Field<T> field, @Nullable T value) {
			return put(field, value);
		}

		/**
		 * Set a field to a value, or clear it when there is none.
		 * @param path the names with dots between, such as {@code base.contacts.email}
		 * @param value the value, or {@code null} to clear the field
		 * @return this builder
		 */
		public Builder setOrClear(String path, @Nullable Object value) {
			return setOrClear(Field.field(path), value);
		}

		/**
		 * Clear a field.
		 * @param field the field, such as {@code BASE.DOB}
		 * @return this builder
		 * @throws IllegalArgumentException when the field is within the elements of a
		 * list, which can only be replaced as a whole
		 */
		public Builder clear(Field<?> field) {
			return put(field, null);
		}

		/**
		 * Clear a field.
		 * @param path the names with dots between, such as {@code base.dob}
		 * @return this builder
		 */
		public Builder clear(String path) {
			return clear(Field.field(path));
		}

		@SuppressWarnings("unchecked")
		private Builder put(Field<?> field, @Nullable Object value) {
			Assert.notNull(field, "field is null: give the field to be changed");
			Assert
				.isTrue(!field.isWithinList() && !Members.isWithinList(Customer.class, field.names()), () -> "'" + field
						+ "' is within the elements of a list: set the whole list, ContactHub replaces it as a whole");
			List<String> names = field.names();
			Assert.isTrue(!ReadOnlyMembers.contains(names.get(0)),
					() -> "'" + field + "' is set by ContactHub and cannot be changed");
			Map<String, @Nullable Object> parent = this.document;
			for (String name : names.subList(0, names.size() - 1)) {
				Object child = parent.get(name);
				Assert.isTrue(!parent.containsKey(name) || child instanceof LinkedHashMap, () -> "'" + field
						+ "' cannot be changed: '" + name + "' has been set or cleared as a whole before");
				if (child == null) {
					child = new LinkedHashMap<String, @Nullable Object>();
					parent.put(name, child);
				}
				parent = (Map<String, @Nullable Object>) child;
			}
			parent.put(names.get(names.size() - 1), plain(names, value));
			return this;
		}

		/**
		 * Return a value as its field is sent, so that what is refused is told where it
		 * is set.
		 */
		private static @Nullable Object plain(List<String> names, @Nullable Object value) {
			@Nullable Object nested = value;
			for (int i = names.size() - 1; i >= 0; i--) {
				nested = Collections.singletonMap(names.get(i), nested);
			}
			@SuppressWarnings("unchecked")
			Map<String, @Nullable Object> document = (Map<String, @Nullable Object>) Objects.requireNonNull(nested);
			return Members.plain(document, Customer.class).at(names.toArray(String[]::new));
		}

		/**
		 * Build the patch.
		 * @return the patch
		 */
		public CustomerPatch build() {
			return of(this.document);
		}

	}

	/**
	 * Serializer that writes the patch as it is sent.
	 */
	static final class Serializer extends DocumentSerializer<CustomerPatch> {

		Serializer() {
			super(CustomerPatch.class);
		}

		@Override
		protected Object document(CustomerPatch value) {
			return value.document;
		}

	}

	/**
	 * Deserializer that reads a patch as it is sent.
	 */
	static final class Deserializer extends DocumentDeserializer<CustomerPatch> {

		Deserializer() {
			super(CustomerPatch.class);
		}

		@Override
		protected CustomerPatch value(Object document) {
			if (document instanceof JsonObject changes) {
				return of(changes);
			}
			throw unexpected(document, "an object");
		}

	}

}
