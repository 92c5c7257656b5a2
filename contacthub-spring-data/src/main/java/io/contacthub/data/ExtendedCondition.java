package io.contacthub.data;

import io.contacthub.query.Field;

import org.springframework.data.repository.query.parser.Part;

/**
 * Condition on an extended property, which a parameter has.
 *
 * @param field the property
 * @param keyword how it is compared
 * @param index the number of the parameter among the values
 */
record ExtendedCondition(Field<Object> field, Part.Type keyword, int index) {

	static ExtendedCondition of(ContactHubQueryMethod method, ExtendedProperty property, int index) {
		Keyword keyword = Keyword.of(property.is());
		if (keyword == null || keyword.arguments() != 1) {
			throw method.refused(
					"the extended property '" + property.value() + "' cannot be compared by " + property.is().name(),
					"Take a keyword with one parameter that ContactHub has, such as IN");
		}
		return new ExtendedCondition(Field.extended(property.value().split("\\.", -1)), property.is(), index);
	}

}
