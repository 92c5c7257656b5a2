package io.contacthub.data;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.contacthub.query.Criterion;
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
			if (keyword == Keyword.LIKE) {
				logger.warn(method.description() + " asks for '" + part.getProperty().toDotPath()
						+ "' by Like: ContactHub documents no pattern, so try what it finds before you rely on it");
			}
			index += keyword.arguments();
		}
		checks.checkValues(index);
	}

	@Override
	public Query bind(ParametersParameterAccessor values) {
		Query query = new Creator(this.tree, values).createQuery();
		for (ExtendedCondition condition : this.extended) {
			Object value = values.getBindableValue(condition.index());
			query = query.and(keyword(condition.keyword()).criterion(condition.field(), Stream.of(value).iterator()));
		}
		return query;
	}

	private static Keyword keyword(Part.Type type) {
		return Objects.requireNonNull(Keyword.of(type));
	}

	/**
	 * Creator of the query, part by part.
	 */
	private static final class Creator extends AbstractQueryCreator<Query, Criterion> {

		Creator(PartTree tree, ParametersParameterAccessor values) {
			super(tree, values);
		}

		@Override
		protected Criterion create(Part part, Iterator<Object> values) {
			return keyword(part.getType()).criterion(Field.field(part.getProperty().toDotPath()), values);
		}

		@Override
		protected Criterion and(Part part, Criterion base, Iterator<Object> values) {
			return base.and(create(part, values));
		}

		@Override
		protected Criterion or(Criterion base, Criterion criterion) {
			return base.or(criterion);
		}

		@Override
		protected Query complete(@Nullable Criterion criterion, Sort sort) {
			return (criterion != null) ? Query.where(criterion) : Query.all();
		}

	}

}
