package io.contacthub.data;

import java.util.Arrays;
import java.util.List;

import io.contacthub.data.Keyword.Compared;
import io.contacthub.query.Field;

/**
 * Condition on an extended property, which a parameter has.
 *
 * @param field the property
 * @param keyword how it is compared
 * @param index the number of the parameter among the values
 */
record ExtendedCondition(Field<Object> field, Keyword keyword, int index) {

	static ExtendedCondition of(ContactHubQueryMethod method, ExtendedProperty property, int index) {
		String path = property.value();
		List<String> names = Arrays.asList(path.split("\\.", -1));
		if (names.stream().anyMatch(String::isBlank) || names.get(0).equals("extended")) {
			throw method.refused("the extended property '" + path + "' has no such name",
					"Give names with dots between, without 'extended'");
		}
		Keyword keyword = Keyword.of(property.is());
		if (keyword == null || keyword.arguments() != 1) {
			throw method.refused("the extended property '" + path + "' cannot be compared by " + property.is().name(),
					"Take a keyword with one parameter that ContactHub has, such as IN");
		}
		Class<?> given = method.valueParameter(index).getType();
		boolean several = given.isArray() || Iterable.class.isAssignableFrom(given);
		boolean fits = (keyword.compared() == Compared.SEVERAL) == several || given == Object.class;
		if (!fits || (keyword == Keyword.LIKE && !CharSequence.class.isAssignableFrom(given))) {
			throw method.refused(
					"the extended property '" + path + "' is compared by " + keyword + " with a parameter of type "
							+ given.getSimpleName(),
					"Give IN and NOT_IN a collection or an array, LIKE a text, and all others one value");
		}
		return new ExtendedCondition(Field.extended(names.toArray(String[]::new)), keyword, index);
	}

}
