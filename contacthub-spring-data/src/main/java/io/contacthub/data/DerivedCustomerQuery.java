package io.contacthub.data;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.contacthub.query.Field;
import io.contacthub.query.Query;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.ParametersParameterAccessor;
import org.springframework.data.repository.query.parser.AbstractQueryCreator;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.util.Assert;

/**
 * Query of customers that the name of a method, and its extended properties, ask for.
 */
final class DerivedCustomerQuery implements BoundQuery<Query> {

	private static final Log logger = LogFactory.getLog(DerivedCustomerQuery.class);

	private final PartTree tree;

	private final List<ExtendedCondition> extended;

	DerivedCustomerQuery(ContactHubQueryMethod method, PartTree tree) {
		this.tree = tree;
		this.extended = method.extended();
		PartChecks checks = new PartChecks(method);
		checks.checkTree(tree);
		int index = 0;
		for (Part part : tree.getParts()) {
			Keyword keyword = checks.keyword(part, index);
			warn(method, keyword, part.getProperty().toDotPath());
			index += keyword.arguments();
		}
		checks.checkValues(index);
		this.extended.forEach((condition) -> warn(method, condition.keyword(), condition.field().toString()));
	}

	private static void warn(ContactHubQueryMethod method, Keyword keyword, String property) {
		if (keyword == Keyword.LIKE) {
			logger.warn(method.description() + " asks for '" + property
					+ "' by Like: ContactHub documents no pattern, so try what it finds before you rely on it");
		}
	}

	@Override
	public @Nullable Query bind(ParametersParameterAccessor values) {
		if (this.tree.isDelete()) {
			checkDeletion(values);
		}
		Condition condition = this.tree.hasPredicate() ? new Creator(this.tree, values).createQuery()
				: Condition.EVERYBODY;
		for (ExtendedCondition extended : this.extended) {
			Object value = values.getBindableValue(extended.index());
			condition = condition.and(extended.keyword().condition(extended.field(), Stream.of(value).iterator()));
		}
		Assert.isTrue(!this.tree.isDelete() || !condition.equals(Condition.EVERYBODY),
				"The values exclude nobody: all of the node would be deleted");
		return condition.query();
	}

	/**
	 * Refuse null, which would delete whoever lacks the property.
	 */
	private static void checkDeletion(ParametersParameterAccessor values) {
		int number = 0;
		for (Object value : values) {
			String parameter = "value " + number++;
			Assert.notNull(value, () -> parameter + " of a deletion is null: give one, or name the property by IsNull");
		}
	}

	/**
	 * Creator of the condition, part by part.
	 */
	private static final class Creator extends AbstractQueryCreator<Condition, Condition> {

		Creator(PartTree tree, ParametersParameterAccessor values) {
			super(tree, values);
		}

		@Override
		protected Condition create(Part part, Iterator<Object> values) {
			return Objects.requireNonNull(Keyword.of(part.getType()))
				.condition(Field.field(part.getProperty().toDotPath()), values);
		}

		@Override
		protected Condition and(Part part, Condition base, Iterator<Object> values) {
			return base.and(create(part, values));
		}

		@Override
		protected Condition or(Condition base, Condition condition) {
			return base.or(condition);
		}

		@Override
		protected Condition complete(@Nullable Condition condition, Sort sort) {
			return (condition != null) ? condition : Condition.EVERYBODY;
		}

	}

}
