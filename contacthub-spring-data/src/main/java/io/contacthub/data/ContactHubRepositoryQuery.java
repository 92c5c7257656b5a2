package io.contacthub.data;

import java.util.List;
import java.util.stream.Stream;

import io.contacthub.query.Projection;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyReferenceException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.OffsetScrollPosition;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.query.ParametersParameterAccessor;
import org.springframework.data.repository.query.QueryLookupStrategy.Key;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.data.repository.query.ResultProcessor;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * Query of a method, with the form in which it returns what is found.
 *
 * @param <T> customers or events
 * @param <Q> how they are asked for
 */
final class ContactHubRepositoryQuery<T, Q> implements RepositoryQuery {

	private final ContactHubQueryMethod method;

	private final EntityResults<T, Q> results;

	private final BoundQuery<Q> query;

	private final ResultShape shape;

	private final ProjectedFields fields;

	private final SortChecks sorts;

	private ContactHubRepositoryQuery(ContactHubQueryMethod method, EntityAccess<T, Q> access, BoundQuery<Q> query,
			ResultShape shape) {
		this.method = method;
		this.results = new EntityResults<>(access);
		this.query = query;
		this.shape = shape;
		this.sorts = new SortChecks(method.domainType());
		this.fields = new ProjectedFields(method.domainType(), method.projections(), method.description());
		// what it names is refused when the application starts, not at the first call
		this.fields.of(method.getResultProcessor().getReturnedType());
	}

	static <T, Q> RepositoryQuery of(ContactHubQueryMethod method, EntityAccess<T, Q> access, @Nullable Key key) {
		String declared = (key != Key.CREATE) ? method.declaredQuery() : null;
		if (declared != null) {
			return new ContactHubRepositoryQuery<>(method, access, access.declared(method, declared),
					ResultShape.ofDeclared(method));
		}
		if (key == Key.USE_DECLARED_QUERY) {
			throw method.refused("it has no query", "Annotate it with @ContactHubQuery");
		}
		PartTree tree = tree(method);
		return new ContactHubRepositoryQuery<>(method, access, access.derived(method, tree),
				ResultShape.ofDerived(method, tree));
	}

	private static PartTree tree(ContactHubQueryMethod method) {
		try {
			return new PartTree(method.getName(), method.domainType());
		}
		catch (PropertyReferenceException ex) {
			throw method.refused(ex.getMessage(), "Name it by the path through the records, such as BaseContactsEmail,"
					+ " or declare the query by @ContactHubQuery");
		}
	}

	@Override
	public QueryMethod getQueryMethod() {
		return this.method;
	}

	@Override
	public @Nullable Object execute(Object[] parameters) {
		ParametersParameterAccessor values = new ParametersParameterAccessor(this.method.getParameters(), parameters);
		Q bound = this.query.bind(values);
		return switch (this.shape.kind()) {
			case COUNT -> (bound != null) ? this.results.access().count(bound) : 0L;
			case EXISTS -> bound != null && this.results.access().count(bound) > 0;
			case DELETE -> (bound != null) ? this.results.delete(bound) : 0L;
			default -> find(bound, values);
		};
	}

	private @Nullable Object find(@Nullable Q bound, ParametersParameterAccessor values) {
		ResultProcessor processor = this.method.getResultProcessor().withDynamicProjection(values);
		this.shape.checkElements(processor.getReturnedType());
		Projection projection = this.fields.of(processor.getReturnedType());
		Sort sort = this.shape.sort().and(values.getSort());
		this.sorts.check(values.getSort());
		Object found = (bound != null) ? find(bound, values, sort, projection) : nothing(values);
		return (found != null) ? processor.processResult(found, new ConstructorProjection(processor.getReturnedType()))
				: null;
	}

	private @Nullable Object nothing(ParametersParameterAccessor values) {
		return switch (this.shape.kind()) {
			case PAGE -> Page.empty(values.getPageable());
			case WINDOW -> Window.from(List.of(), OffsetScrollPosition.positionFunction(0));
			case STREAM -> Stream.empty();
			case LIST -> List.of();
			default -> null;
		};
	}

	private @Nullable Object find(Q bound, ParametersParameterAccessor values, Sort sort,
			@Nullable Projection projection) {
		return switch (this.shape.kind()) {
			case PAGE -> this.results.page(bound, values.getPageable(), sort, projection);
			case WINDOW -> this.results.window(bound, values.getScrollPosition(), limit(values), sort, projection);
			case STREAM -> stream(bound, values, sort, projection);
			case LIST -> list(bound, values, sort, projection);
			default -> this.results.single(bound, limit(values), sort, projection);
		};
	}

	private Limit limit(ParametersParameterAccessor values) {
		Limit given = values.getLimit();
		return given.isLimited() ? given : this.shape.limit();
	}

	private Stream<T> stream(Q bound, ParametersParameterAccessor values, Sort sort, @Nullable Projection projection) {
		if (this.method.getParameters().hasPageableParameter()) {
			return this.results.page(bound, values.getPageable(), sort, projection).stream();
		}
		return this.results.stream(bound, limit(values), sort, projection);
	}

	private List<T> list(Q bound, ParametersParameterAccessor values, Sort sort, @Nullable Projection projection) {
		try (Stream<T> found = stream(bound, values, sort, projection)) {
			return found.toList();
		}
	}

}
