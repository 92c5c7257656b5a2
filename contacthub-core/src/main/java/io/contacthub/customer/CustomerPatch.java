package io.contacthub.customer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.json.Properties;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Changes to some members of a customer, as a JSON merge patch: members that are not
 * named stay as they are, lists are replaced as a whole.
 */
public final class CustomerPatch {

	private final Properties document;

	private CustomerPatch(Properties document) {
		this.document = document;
	}

	/**
	 * Start without changes.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Whether there is no change.
	 * @return {@code true} when nothing would be sent
	 */
	public boolean isEmpty() {
		return this.document.isEmpty();
	}

	/**
	 * The patch as it is sent.
	 * @return a modifiable copy; members that are cleared are null
	 */
	public Map<String, @Nullable Object> toMap() {
		return this.document.toMap();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CustomerPatch patch && patch.document.equals(this.document);
	}

	@Override
	public int hashCode() {
		return this.document.hashCode();
	}

	/**
	 * How many members of the customer are changed; their values may be personal.
	 */
	@Override
	public String toString() {
		return "CustomerPatch[" + this.document.size() + " members]";
	}

	/**
	 * Builder of a {@link CustomerPatch}.
	 */
	public static final class Builder {

		private final Map<String, @Nullable Object> document = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set a member.
		 * @param path the names on the way to it, such as {@code base.contacts.email}
		 * @param value the value; a list replaces the whole list
		 * @return this builder
		 */
		public Builder set(String path, Object value) {
			return put(path, value);
		}

		/**
		 * Clear a member.
		 * @param path the names on the way to it, such as {@code base.dob}
		 * @return this builder
		 */
		public Builder clear(String path) {
			return put(path, null);
		}

		@SuppressWarnings("unchecked")
		private Builder put(String path, @Nullable Object value) {
			List<String> names = Arrays.asList(path.split("\\.", -1));
			Assert.isTrue(names.stream().noneMatch(String::isBlank),
					() -> "path is '" + path + "': it must be names between dots, such as base.contacts.email");
			Map<String, @Nullable Object> parent = this.document;
			for (String name : names.subList(0, names.size() - 1)) {
				Object child = parent.get(name);
				Assert.isTrue(child == null || child instanceof LinkedHashMap,
						() -> "path is '" + path + "': '" + name + "' has been set as a whole before");
				if (child == null) {
					child = new LinkedHashMap<String, @Nullable Object>();
					parent.put(name, child);
				}
				parent = (Map<String, @Nullable Object>) child;
			}
			parent.put(names.get(names.size() - 1),
					(value instanceof Map<?, ?> map) ? Properties.copyOf((Map<String, ?>) map) : value);
			return this;
		}

		/**
		 * Build the patch.
		 * @return the patch
		 */
		public CustomerPatch build() {
			return new CustomerPatch(Properties.copyOf(this.document));
		}

	}

}
