package io.contacthub.data;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.query.FluentQuery.FetchableFluentQuery;
import org.springframework.data.repository.query.ReturnedType;
import org.springframework.util.Assert;

/**
 * What an example finds, to be had in one form or another.
 *
 * @param <R> the type in which customers are given
 */
final class FoundCustomers<R> implements FetchableFluentQuery<R> {

	private static final SortChecks SORTS = new SortChecks(Customer.class);

	private final EntityResults<Customer, Query> results;

	private final ProjectionFactory projections;

	private final Query query;

	private final Class<R> type;

	private final Sort sort;

	private final Limit limit;

	private final @Nullable Projection fields;

	private FoundCustomers(EntityResults<Customer, Query> results, ProjectionFactory projections, Query query,
			Class<R> type, Sort sort, Limit limit, @Nullable Projection fields) {
		this.results = results;
		this.projections = projections;
		this.query = query;
		this.type = type;
		this.sort = sort;
		this.limit = limit;
		this.fields = fields;
	}

	static FoundCustomers<Customer> of(EntityAccess<Customer, Query> access, ProjectionFactory projections,
			Query query) {
		return new FoundCustomers<>(new EntityResults<>(access), projections, query, Customer.class, Sort.unsorted(),
				Limit.unlimited(), null);
	}

	@Override
	public FoundCustomers<R> sortBy(Sort sort) {
		SORTS.check(sort);
		return new FoundCustomers<>(this.results, this.projections, this.query, this.type, this.sort.and(sort),
				this.limit, this.fields);
	}

	@Override
	public FoundCustomers<R> limit(int limit) {
		return new FoundCustomers<>(this.results, this.projections, this.query, this.type, this.sort, Limit.of(limit),
				this.fields);
	}

	@Override
	public <T> FoundCustomers<T> as(Class<T> resultType) {
		ReturnedType returned = returned(resultType);
		Assert.isTrue(returned.isProjecting() || resultType.isAssignableFrom(Customer.class),
				() -> "type is " + resultType.getName() + ": give an interface or a record of what a customer has");
		Projection projected = new ProjectedFields(Customer.class, this.projections, "A query by example").of(returned);
		return new FoundCustomers<>(this.results, this.projections, this.query, resultType, this.sort, this.limit,
				projected);
	}

	private ReturnedType returned(Class<?> resultType) {
		return ReturnedType.of(resultType, Customer.class, this.projections);
	}

	@Override
	public FoundCustomers<R> project(Collection<String> properties) {
		for (String property : properties) {
			Assert.isTrue(
					property.startsWith("extended.")
							|| PropertyPath.from(property, Customer.class).toDotPath().equals(property),
					() -> "property is '" + property + "': name one with dots, such as base.lastName");
		}
		Projection named = new Projection(properties.stream().<Field<?>>map(Field::field).toList());
		return new FoundCustomers<>(this.results, this.projections, this.query, this.type, this.sort, this.limit,
				named);
	}

	@Override
	public @Nullable R oneValue() {
		return given(this.results.single(this.query, this.limit, this.sort, this.fields));
	}

	@Override
	public @Nullable R firstValue() {
		return given(this.results.single(this.query, Limit.of(1), this.sort, this.fields));
	}

	@Override
	public List<R> all() {
		try (Stream<R> found = stream()) {
			return found.toList();
		}
	}

	@Override
	public Page<R> page(Pageable pageable) {
		SORTS.check(pageable.getSort());
		return this.results.page(this.query, pageable, this.sort.and(pageable.getSort()), this.fields)
			.map(this::required);
	}

	@Override
	public Stream<R> stream() {
		return this.results.stream(this.query, this.limit, this.sort, this.fields).map(this::required);
	}

	@Override
	public Window<R> scroll(ScrollPosition scrollPosition) {
		return this.results.window(this.query, scrollPosition, this.limit, this.sort, this.fields).map(this::required);
	}

	@Override
	public long count() {
		return this.results.access().count(this.query);
	}

	@Override
	public boolean exists() {
		return count() > 0;
	}

	private @Nullable R given(@Nullable Customer customer) {
		return (customer != null) ? required(customer) : null;
	}

	private R required(Customer customer) {
		if (this.type.isInterface()) {
			return this.projections.createProjection(this.type, customer);
		}
		return this.type.cast(new ConstructorProjection(returned(this.type)).convert(customer));
	}

}
