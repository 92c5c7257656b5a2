package io.contacthub.data;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.parser.PartTree;

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
		boolean limited = this.limit.isLimited() || method.getParameters().hasLimitParameter();
		if (this.kind == Kind.PAGE && limited) {
			throw method.refused("it has a limit beside the size of its page",
					"Leave First or Limit out, or return a List");
		}
		if (this.kind == Kind.DELETE && !method.returns(Long.class, Integer.class, Void.class, void.class)) {
			throw method.refused("it deletes, and returns something else than a number",
					"Have it return long, int or nothing");
		}
		if (this.kind == Kind.DELETE && limited) {
			throw method.refused("it deletes within a limit", "Find them, and delete each by deleteById");
		}
		if (this.kind == Kind.EXISTS && !method.returns(Boolean.class)) {
			throw method.refused("it asks whether there is any, and returns something else", "Have it return boolean");
		}
		if (this.kind == Kind.COUNT && !method.returns(Long.class, Integer.class)) {
			throw method.refused("it counts, and returns something else", "Have it return long");
		}
	}

	/**
	 * Kind of a form: {@link Page} and {@link Slice} are one.
	 */
	enum Kind {

		COUNT, EXISTS, DELETE, PAGE, WINDOW, STREAM, LIST, SINGLE

	}

}
