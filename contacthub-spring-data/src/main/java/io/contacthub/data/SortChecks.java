package io.contacthub.data;

import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.PropertyReferenceException;
import org.springframework.data.domain.Sort;

/**
 * Checks of an order, of which ContactHub would take no notice if it were of something
 * that it does not have.
 *
 * @param domainType what is ordered
 */
record SortChecks(Class<?> domainType) {

	/**
	 * Check an order that a call has.
	 * @throws IllegalArgumentException when it is none of a property
	 */
	void check(Sort sort) {
		for (Sort.Order order : sort) {
			String fault = fault(order.getProperty());
			if (fault != null) {
				throw new IllegalArgumentException("sort is by '" + order.getProperty() + "': " + fault);
			}
		}
	}

	/**
	 * Return why nothing can be ordered by a property, or {@code null} when it can be.
	 */
	@Nullable String fault(String property) {
		if (property.startsWith("extended.")) {
			return null;
		}
		PropertyPath path;
		try {
			path = PropertyPath.from(property, this.domainType);
		}
		catch (PropertyReferenceException ex) {
			return "there is no such property of " + this.domainType.getSimpleName()
					+ ", name one with dots, such as base.lastName";
		}
		if (!path.toDotPath().equals(property)) {
			return "its name is '" + path.toDotPath() + "'";
		}
		PropertyPath leaf = path.getLeafProperty();
		boolean simple = !leaf.isCollection() && new PropertyType(leaf.getLeafType()).isSimple();
		return simple ? null : "it is a list or an object, which has no order";
	}

}
