package io.contacthub.query;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import io.contacthub.json.DocumentDeserializer;
import io.contacthub.json.DocumentSerializer;
import io.contacthub.json.Jackson2Refusal;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.util.Assert;

/**
 * The fields of customers to be fetched. All others are absent in the customers that
 * come, but for the id. <pre class="code">{@code
 * Projection fields = Projection.of(EXTERNAL_ID, BASE.CONTACTS.EMAIL);
 * Page<Customer> page = customers.findAll(Query.all(), PageRequest.of(0, 50), fields);
 * }</pre> Such customers know that they are partial, see {@code Customer.isFetched}, and
 * cannot be used to replace one, since that would delete the rest.
 *
 * @param fields the fields, at least one
 */
@JsonIdentityInfo(generator = Jackson2Refusal.class)
@JsonSerialize(using = Projection.Serializer.class)
@JsonDeserialize(using = Projection.Deserializer.class)
public record Projection(List<Field<?>> fields) implements Serializable {

	/**
	 * Check and copy the list.
	 */
	public Projection {
		Assert.notEmpty(fields, "fields are empty: name at least one");
		Assert.noNullElements(fields, "fields hold null: name each field");
		fields = List.copyOf(fields);
	}

	/**
	 * Return the fields to be fetched.
	 * @param fields the fields, at least one
	 * @return a projection
	 */
	public static Projection of(Field<?>... fields) {
		return new Projection(Arrays.asList(fields));
	}

	/**
	 * Return whether a field is fetched.
	 * @param field the field
	 * @return whether it, an object around it or one within it was asked for; the id
	 * always is
	 */
	public boolean includes(Field<?> field) {
		return field.path().equals("id")
				|| this.fields.stream().anyMatch((fetched) -> within(field, fetched) || within(fetched, field));
	}

	private static boolean within(Field<?> inner, Field<?> outer) {
		return inner.names().size() >= outer.names().size()
				&& inner.names().subList(0, outer.names().size()).equals(outer.names());
	}

	/**
	 * Return the paths with commas between, as they are sent.
	 * @return the text
	 */
	public String paths() {
		return this.fields.stream().map(Field::path).collect(Collectors.joining(","));
	}

	/**
	 * Serializer that writes a projection as the list of its fields.
	 */
	static final class Serializer extends DocumentSerializer<Projection> {

		Serializer() {
			super(Projection.class);
		}

		@Override
		protected Object document(Projection value) {
			return value.fields.stream().map(Field::document).toList();
		}

	}

	/**
	 * Deserializer that reads a projection from the list of its fields.
	 */
	static final class Deserializer extends DocumentDeserializer<Projection> {

		Deserializer() {
			super(Projection.class);
		}

		@Override
		protected Projection value(Object document) {
			if (document instanceof List<?> documents && !documents.contains(null)) {
				return new Projection(documents.stream().<Field<?>>map(Field::of).toList());
			}
			throw unexpected(document, "a list of fields");
		}

	}

}
