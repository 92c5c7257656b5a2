package io.contacthub.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.regex.Pattern;

import io.contacthub.data.Keyword.Compared;
import io.contacthub.json.OpenValue;

import org.springframework.beans.BeanUtils;
import org.springframework.data.core.PropertyPath;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.util.ClassUtils;

/**
 * Checks of the name of a method, before there are values: whether ContactHub can answer
 * what it asks for.
 */
final class PartChecks {

	private static final String DECLARE = "Declare the query by @ContactHubQuery if ContactHub can answer it";

	private static final Pattern LIMITED_DELETE = Pattern.compile("(delete|remove)(First|Top).*");

	private final ContactHubQueryMethod method;

	PartChecks(ContactHubQueryMethod method) {
		this.method = method;
	}

	void checkTree(PartTree tree) {
		if (tree.isDistinct()) {
			throw this.method.refused("ContactHub has no Distinct", "Leave it out: no customer comes twice");
		}
		if (tree.isDelete() && !this.method.deletesFound()) {
			throw this.method.refused("it would delete all that it finds",
					"If it shall do so, agree by @DeletesFound; else begin its name with findBy");
		}
		// Spring Data knows no limit here, and would delete all without a word
		if (tree.isDelete() && LIMITED_DELETE.matcher(this.method.getName()).matches()) {
			throw this.method.refused("it deletes within a limit", "Find them, and delete each by deleteById");
		}
		if (tree.isDelete() && !tree.hasPredicate()) {
			throw this.method.refused("it would delete all of the node", "Name a property");
		}
	}

	/**
	 * Return the keyword of a part, which ContactHub has for its property.
	 * @param index the number of its first value
	 */
	Keyword keyword(Part part, int index) {
		PropertyPath property = part.getProperty();
		String path = property.toDotPath();
		if (part.shouldIgnoreCase() != Part.IgnoreCaseType.NEVER) {
			throw this.method.refused("'" + path + "' is compared by IgnoreCase: ContactHub compares upper and lower"
					+ " case as it likes, and cannot be told to", "Leave it out");
		}
		Keyword keyword = Keyword.of(part.getType());
		if (keyword == null) {
			throw this.method.refused(
					"'" + path + "' is compared by " + part.getType().name() + ": ContactHub has no such" + " operator",
					DECLARE);
		}
		PropertyPath leaf = property.getLeafProperty();
		checkType(keyword, path, leaf.getLeafType(), leaf.isCollection());
		for (int argument = 0; argument < keyword.arguments()
				&& index + argument < this.method.valueCount(); argument++) {
			checkValue(keyword, path, leaf.getLeafType(), index + argument);
		}
		return keyword;
	}

	private void checkType(Keyword keyword, String path, Class<?> type, boolean collection) {
		if (path.equals("extended")) {
			throw this.method.refused("'extended' is an object that the workspace defines",
					"Give the condition by a parameter with @ExtendedProperty, or the query by @ContactHubQuery");
		}
		if (!BeanUtils.isSimpleValueType(type) && !OpenValue.class.isAssignableFrom(type)) {
			throw this.method.refused("'" + path + "' is an object", "Name one of its members");
		}
		Compared compared = keyword.compared();
		if (collection && compared != Compared.ELEMENT && compared != Compared.NOTHING) {
			throw this.method.refused("'" + path + "' is a list, which cannot be compared by " + keyword,
					"Take Containing for one of its elements");
		}
		if (!collection && compared == Compared.ELEMENT) {
			throw this.method.refused("'" + path + "' is no list: ContactHub finds no parts of texts",
					"Compare the whole, or take Like, for which ContactHub documents no pattern");
		}
		if (compared == Compared.ORDERED && !isNumber(type) && !Temporal.class.isAssignableFrom(type)) {
			throw this.method.refused(
					"'" + path + "' is neither a number nor a date, and ContactHub documents no order" + " of others",
					DECLARE);
		}
		if (compared == Compared.TRUTH && !isBoolean(type)) {
			throw this.method.refused("'" + path + "' is neither true nor false", "Take Is and give the value");
		}
		if (compared == Compared.TEXT && !CharSequence.class.isAssignableFrom(type)
				&& !OpenValue.class.isAssignableFrom(type)) {
			throw this.method.refused("'" + path + "' is no text, and has no pattern", "Compare it by Is");
		}
	}

	private void checkValue(Keyword keyword, String path, Class<?> type, int index) {
		Class<?> given = this.method.valueParameter(index).getType();
		boolean several = given.isArray() || Iterable.class.isAssignableFrom(given);
		if (keyword.compared() == Compared.SEVERAL) {
			if (!several && given != Object.class) {
				throw this.method.refused("'" + path + "' is compared by " + keyword + " with a parameter of type "
						+ given.getSimpleName(), "Make it a collection or an array");
			}
		}
		else if (several || !fits(type, given)) {
			throw this.method.refused("'" + path + "' is of type " + type.getSimpleName()
					+ ", and its parameter of type " + given.getSimpleName(), "Give the parameter the same type");
		}
	}

	private static boolean fits(Class<?> type, Class<?> given) {
		if (given == Object.class || type == Object.class) {
			return true;
		}
		if (Temporal.class.isAssignableFrom(type)) {
			boolean withoutZone = type == LocalDate.class && given == Instant.class;
			return (Temporal.class.isAssignableFrom(given) && !withoutZone) || given == String.class;
		}
		if (isNumber(type)) {
			return isNumber(given);
		}
		return ClassUtils.isAssignable(type, given)
				|| (OpenValue.class.isAssignableFrom(type) && given == String.class);
	}

	private static boolean isNumber(Class<?> type) {
		return Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type));
	}

	private static boolean isBoolean(Class<?> type) {
		return ClassUtils.resolvePrimitiveIfNecessary(type) == Boolean.class;
	}

	/**
	 * Check that there is a parameter for each value.
	 * @param needed how many values the name needs
	 */
	void checkValues(int needed) {
		int given = this.method.valueCount() - this.method.extended().size();
		if (given != needed) {
			throw this.method.refused("its name needs " + needed + " values, and it has " + given + " parameters",
					"Give it a parameter for each, in the order of the name");
		}
	}

}
