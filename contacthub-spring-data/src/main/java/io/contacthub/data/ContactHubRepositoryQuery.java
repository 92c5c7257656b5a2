package io.contacthub.data;

import java.util.List;
import java.util.stream.Stream;

import io.contacthub.query.Projection;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.OffsetScrollPosition;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.query.ParametersParameterAccessor;
import org.springframework.data.repository.query.QueryLookupStrategy.Key;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.data.repository.query.ResultProcessor;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.util.Assert;

/**
 * Query of a method, with the form in which it returns what is found.
 *
 * @param <T> customers or events
 * @param <Q> how they are asked for
 */
final class ContactHubRepositoryQuery<T, Q> implements RepositoryQuery {

	/** As many as ContactHub gives in a page. */
	private static final int PAGE = 50;

	private final ContactHubQueryMethod method;

	private final EntityAccess<T, Q> access;

	private final BoundQuery<Q> query;

	private final ResultShape shape;

	private final ProjectedFields fields;

	private ContactHubRepositoryQuery(ContactHubQueryMethod method, EntityAccess<T, Q> access, BoundQuery<Q> query,
			ResultShape shape) {
		this.method = method;
		this.access = access;
		this.query = query;
		this.shape = shape;
		this.fields = new ProjectedFields(method);
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
		PartTree tree = new PartTree(method.getName(), method.domainType());
		return new ContactHubRepositoryQuery<>(method, access, access.derived(method, tree),
				ResultShape.ofDerived(method, tree));
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
			case COUNT -> this.access.count(bound);
			case EXISTS -> this.access.count(bound) > 0;
			case DELETE -> delete(bound);
			default -> find(bound, values);
		};
	}

	private @Nullable Object find(Q bound, ParametersParameterAccessor values) {
		ResultProcessor processor = this.method.getResultProcessor().withDynamicProjection(values);
		Projection projection = this.fields.of(processor.getReturnedType());
		Sort sort = this.shape.sort().and(values.getSort());
		Object found = switch (this.shape.kind()) {
			case PAGE -> page(bound, values.getPageable(), sort, projection);
			case WINDOW -> window(bound, values, sort, projection);
			case STREAM -> stream(bound, values, sort, projection);
			case LIST -> list(bound, values, sort, projection);
			default -> single(bound, limit(values), sort, projection);
		};
		return (found != null) ? processor.processResult(found, new RecordProjection(processor.getReturnedType()))
				: null;
	}

	private Limit limit(ParametersParameterAccessor values) {
		Limit given = values.getLimit();
		return given.isLimited() ? given : this.shape.limit();
	}

	private Page<T> page(Q bound, Pageable pageable, Sort sort, @Nullable Projection projection) {
		Pageable sorted = pageable.isPaged() ? PageRequest.of(pageable.getPageNumber(), pageable.getPageSize(), sort)
				: pageable;
		return this.access.page(bound, sorted, projection);
	}

	private Stream<T> stream(Q bound, ParametersParameterAccessor values, Sort sort, @Nullable Projection projection) {
		if (this.method.getParameters().hasPageableParameter()) {
			return page(bound, values.getPageable(), sort, projection).stream();
		}
		Limit limit = limit(values);
		if (limit.isUnlimited()) {
			return this.access.stream(bound, sort, projection);
		}
		if (limit.max() <= PAGE) {
			return page(bound, PageRequest.of(0, limit.max()), sort, projection).stream();
		}
		return this.access.stream(bound, sort, projection).limit(limit.max());
	}

	private List<T> list(Q bound, ParametersParameterAccessor values, Sort sort, @Nullable Projection projection) {
		try (Stream<T> found = stream(bound, values, sort, projection)) {
			return found.toList();
		}
	}

	private @Nullable T single(Q bound, Limit limit, Sort sort, @Nullable Projection projection) {
		int size = limit.isLimited() ? Math.min(limit.max(), 2) : 2;
		Page<T> found = page(bound, PageRequest.of(0, size), sort, projection);
		if (found.getNumberOfElements() > 1) {
			throw new IncorrectResultSizeDataAccessException(1,
					(int) Math.min(found.getTotalElements(), Integer.MAX_VALUE));
		}
		return found.isEmpty() ? null : found.getContent().get(0);
	}

	/**
	 * Return the results behind a position. They may begin within a page, and then take
	 * two requests.
	 */
	private Window<T> window(Q bound, ParametersParameterAccessor values, Sort sort, @Nullable Projection projection) {
		ScrollPosition position = values.getScrollPosition();
		Assert.isInstanceOf(OffsetScrollPosition.class, position,
				"position is of a kind that ContactHub does not have: begin with ScrollPosition.offset()");
		OffsetScrollPosition offset = (OffsetScrollPosition) position;
		int size = limit(values).isLimited() ? limit(values).max() : PAGE;
		long start = offset.isInitial() ? 0 : offset.getOffset() + 1;
		int number = Math.toIntExact(start / size);
		int skipped = (int) (start % size);
		Page<T> first = page(bound, PageRequest.of(number, size), sort, projection);
		List<T> found = first.getContent()
			.subList(Math.min(skipped, first.getNumberOfElements()), first.getNumberOfElements());
		if (skipped > 0 && first.hasNext()) {
			Page<T> second = page(bound, PageRequest.of(number + 1, size), sort, projection);
			found = Stream.concat(found.stream(), second.stream().limit(skipped)).toList();
		}
		return Window.from(found, OffsetScrollPosition.positionFunction(start),
				start + found.size() < first.getTotalElements() && !found.isEmpty());
	}

	private long delete(Q bound) {
		long deleted = 0;
		try (Stream<T> found = this.access.walk(bound)) {
			for (T entity : (Iterable<T>) found::iterator) {
				String id = this.access.id(entity);
				if (id != null) {
					this.access.deleteById(id);
					deleted++;
				}
			}
		}
		return deleted;
	}

}
