package io.contacthub.data;

import java.util.regex.Pattern;

import io.contacthub.data.Keyword.Compared;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * Checks of the name of a method, before there are values: whether ContactHub can answer
 * what it asks for.
 */
final class PartChecks {

	private static final String DECLARE = "Declare the query by @ContactHubQuery if ContactHub can answer it";

	private static final Pattern LIMIT = Pattern.compile(".*(First|Top)\\d+.*|(delete|remove|count|exists)(First|Top)");

	private final ContactHubQueryMethod method;

	PartChecks(ContactHubQueryMethod method) {
		this.method = method;
	}

	void checkTree(PartTree tree) {
		if (this.method.deletesFound() && !tree.isDelete()) {
			throw this.method.refused("it has @DeletesFound, and its name does not begin with deleteBy or removeBy",
					"Leave the annotation out, or name it so");
		}
		if (tree.isDelete() && !this.method.deletesFound()) {
			throw this.method.refused("it would delete all that it finds",
					"If it shall do so, agree by @DeletesFound; else begin its name with findBy");
		}
		// Spring Data reads a limit only where it stands first, and only to find
		String subject = this.method.getName().split("By", 2)[0];
		if (tree.getResultLimit().isUnlimited() && LIMIT.matcher(subject).matches()) {
			throw this.method.refused("it has a limit where there is none",
					"A limit is that of findFirst5By; to delete, find them, and delete each by deleteById");
		}
		if (tree.isDelete() && !tree.hasPredicate() && this.method.extended().isEmpty()) {
			throw this.method.refused("it would delete all of the node", "Name a property");
		}
		if (tree.isDistinct()) {
			throw this.method.refused("ContactHub has no Distinct", "Leave it out: no customer comes twice");
		}
		SortChecks sorts = new SortChecks(this.method.domainType());
		for (Sort.Order order : tree.getSort()) {
			String fault = sorts.fault(order.getProperty());
			if (fault != null) {
				throw this.method.refused("it is in the order of '" + order.getProperty() + "': " + fault,
						"Order by a property with one value");
			}
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
					"'" + path + "' is compared by " + part.getType().name() + ": ContactHub has no such operator",
					DECLARE);
		}
		PropertyPath leaf = property.getLeafProperty();
		PropertyType type = new PropertyType(leaf.getLeafType());
		checkType(keyword, path, type, leaf.isCollection());
		for (int argument = 0; argument < keyword.arguments()
				&& index + argument < this.method.valueCount(); argument++) {
			checkValue(keyword, path, type, index + argument);
		}
		return keyword;
	}

	private void checkType(Keyword keyword, String path, PropertyType type, boolean collection) {
		Compared compared = keyword.compared();
		if (compared == Compared.NOTHING) {
			return;
		}
		if (path.equals("extended")) {
			throw this.method.refused("'extended' is an object that the workspace defines",
					"Give the condition by a parameter with @ExtendedProperty, or the query by @ContactHubQuery");
		}
		if (!type.isSimple()) {
			throw this.method.refused("'" + path + "' is an object", "Name one of its members");
		}
		if (collection && compared != Compared.ELEMENT) {
			throw this.method.refused("'" + path + "' is a list, which cannot be compared by " + keyword,
					"Take Containing for one of its elements");
		}
		if (!collection && compared == Compared.ELEMENT) {
			throw this.method.refused("'" + path + "' is no list: ContactHub finds no parts of texts",
					"Compare the whole, or take Like, for which ContactHub documents no pattern");
		}
		if (compared == Compared.ORDERED && !type.isNumber() && !type.isDate()) {
			throw this.method.refused(
					"'" + path + "' is neither a number nor a date, and ContactHub documents no order of others",
					DECLARE);
		}
		if (compared == Compared.TRUTH && !type.isBoolean()) {
			throw this.method.refused("'" + path + "' is neither true nor false", "Take Is and give the value");
		}
		if (compared == Compared.TEXT && !type.isText()) {
			throw this.method.refused("'" + path + "' is no text, and has no pattern", "Compare it by Is");
		}
	}

	private void checkValue(Keyword keyword, String path, PropertyType type, int index) {
		Class<?> given = this.method.valueParameter(index).getType();
		boolean several = given.isArray() || Iterable.class.isAssignableFrom(given);
		boolean wanted = keyword.compared() == Compared.SEVERAL;
		if (wanted && !several && given != Object.class) {
			throw this.method.refused(
					"'" + path + "' is compared by " + keyword + " with a parameter of type " + given.getSimpleName(),
					"Make it a collection or an array");
		}
		Class<?> element = wanted ? this.method.elementType(index) : given;
		if ((several && !wanted) || !type.accepts(element)) {
			throw this.method.refused("'" + path + "' is of type " + type.type().getSimpleName()
					+ ", and its parameter of type " + element.getSimpleName(), "Give the parameter the same type");
		}
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
