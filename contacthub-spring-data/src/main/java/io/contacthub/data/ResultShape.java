package io.contacthub.data;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.contacthub.client.ApiPage;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.ReturnedType;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.util.Assert;

/**
 * The form in which a method returns what it finds.
 *
 * @param kind the kind of form
 * @param limit how many there are at most
 * @param sort the order that the name of the method has
 */
record ResultShape(Kind kind, Limit limit, Sort sort) {

	/**
	 * Return the form of a method whose name is its query.
	 */
	static ResultShape ofDerived(ContactHubQueryMethod method, PartTree tree) {
		ResultShape shape = new ResultShape(kind(method, tree), tree.getResultLimit(), tree.getSort());
		shape.check(method);
		return shape;
	}

	/**
	 * Return the form of a method whose query is declared.
	 */
	static ResultShape ofDeclared(ContactHubQueryMethod method) {
		Kind kind = found(method);
		if (method.returns(Long.class, Integer.class)) {
			kind = Kind.COUNT;
		}
		if (method.returns(Boolean.class)) {
			kind = Kind.EXISTS;
		}
		if (method.deletesFound() || method.getName().matches("(delete|remove).*")) {
			throw method.refused("it would delete what a query of its own finds, which is not there",
					"Find them, and delete each by deleteById");
		}
		ResultShape shape = new ResultShape(kind, Limit.unlimited(), Sort.unsorted());
		shape.check(method);
		return shape;
	}

	private static Kind kind(ContactHubQueryMethod method, PartTree tree) {
		if (tree.isDelete()) {
			return Kind.DELETE;
		}
		if (tree.isCountProjection()) {
			return Kind.COUNT;
		}
		return tree.isExistsProjection() ? Kind.EXISTS : found(method);
	}

	private static Kind found(ContactHubQueryMethod method) {
		if (method.isPageQuery() || method.isSliceQuery()) {
			return Kind.PAGE;
		}
		if (method.isScrollQuery()) {
			return Kind.WINDOW;
		}
		if (method.isStreamQuery()) {
			return Kind.STREAM;
		}
		return method.isCollectionQuery() ? Kind.LIST : Kind.SINGLE;
	}

	private void check(ContactHubQueryMethod method) {
		if (this.kind.isFound()) {
			checkFound(method);
			return;
		}
		if (method.getParameters().hasSortParameter() || method.getParameters().hasLimitParameter()
				|| method.getParameters().hasPageableParameter() || this.sort.isSorted() || this.limit.isLimited()) {
			throw method.refused("it returns a number, and has an order, a limit or a page", "Leave it out");
		}
		if (this.kind == Kind.DELETE && !method.returns(Long.class, Integer.class, Void.class, void.class)) {
			throw method.refused("it deletes, and returns something else than a number",
					"Have it return long, int or nothing");
		}
		if (this.kind == Kind.EXISTS && !method.returns(Boolean.class)) {
			throw method.refused("it asks whether there is any, and returns something else", "Have it return boolean");
		}
		if (this.kind == Kind.COUNT && !method.returns(Long.class, Integer.class)) {
			throw method.refused("it counts, and returns something else", "Have it return long");
		}
	}

	private void checkFound(ContactHubQueryMethod method) {
		int limits = (this.limit.isLimited() ? 1 : 0) + (method.getParameters().hasLimitParameter() ? 1 : 0)
				+ (method.getParameters().hasPageableParameter() ? 1 : 0);
		if (limits > 1) {
			throw method.refused("it has two limits, of First, a Limit and the size of a page", "Leave one out");
		}
		if (this.limit.isLimited()
				&& (this.limit.max() < 1 || (this.kind == Kind.WINDOW && this.limit.max() > ApiPage.MAX_SIZE))) {
			throw method.refused("it has a limit of " + this.limit.max(),
					"Take one from 1 on, for a Window up to " + ApiPage.MAX_SIZE);
		}
		Class<?> type = method.returnType();
		if (Collection.class.isAssignableFrom(type) && !type.isAssignableFrom(List.class) && type != Set.class) {
			throw method.refused("it returns a " + type.getSimpleName(), "Have it return a List, Set or Collection");
		}
		try {
			checkElements(method.getResultProcessor().getReturnedType());
		}
		catch (IllegalArgumentException ex) {
			throw method.refused("it finds, and " + ex.getMessage(), "Have it return "
					+ method.domainType().getSimpleName() + ", an interface or a record of what it has");
		}
	}

	/**
	 * Check that what is found can be given in a type.
	 * @throws IllegalArgumentException when it cannot
	 */
	void checkElements(ReturnedType type) {
		Class<?> returned = type.getReturnedType();
		boolean given = type.isProjecting() ? !returned.getName().matches("(java|kotlin)\\..*")
				: returned.isAssignableFrom(type.getDomainType());
		Assert.isTrue(given, () -> "gives " + returned.getSimpleName() + ", which is no type for "
				+ type.getDomainType().getSimpleName());
	}

	/**
	 * Kind of a form: {@link Page} and {@link Slice} are one.
	 */
	enum Kind {

		COUNT, EXISTS, DELETE, PAGE, WINDOW, STREAM, LIST, SINGLE;

		boolean isFound() {
			return this != COUNT && this != EXISTS && this != DELETE;
		}

	}

}
