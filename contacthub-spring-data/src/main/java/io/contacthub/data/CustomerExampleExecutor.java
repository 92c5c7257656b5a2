package io.contacthub.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.contacthub.customer.Customer;
import io.contacthub.query.Query;

import org.springframework.data.domain.Example;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.query.FluentQuery.FetchableFluentQuery;
import org.springframework.data.repository.query.QueryByExampleExecutor;

/**
 * Executor of queries by example, for repositories that extend
 * {@link QueryByExampleExecutor} too.
 */
class CustomerExampleExecutor implements QueryByExampleExecutor<Customer> {

	private final EntityAccess<Customer, Query> access;

	private final ProjectionFactory projections;

	CustomerExampleExecutor(EntityAccess<Customer, Query> access, ProjectionFactory projections) {
		this.access = access;
		this.projections = projections;
	}

	private FoundCustomers<Customer> found(Example<? extends Customer> example) {
		return FoundCustomers.of(this.access, this.projections, ExampleQuery.of(example));
	}

	@Override
	@SuppressWarnings("unchecked")
	public <S extends Customer> Optional<S> findOne(Example<S> example) {
		return (Optional<S>) found(example).one();
	}

	@Override
	public <S extends Customer> List<S> findAll(Example<S> example) {
		return findAll(example, Sort.unsorted());
	}

	@Override
	@SuppressWarnings("unchecked")
	public <S extends Customer> List<S> findAll(Example<S> example, Sort sort) {
		return (List<S>) found(example).sortBy(sort).all();
	}

	@Override
	@SuppressWarnings("unchecked")
	public <S extends Customer> Page<S> findAll(Example<S> example, Pageable pageable) {
		return (Page<S>) found(example).page(pageable);
	}

	@Override
	public <S extends Customer> long count(Example<S> example) {
		return found(example).count();
	}

	@Override
	public <S extends Customer> boolean exists(Example<S> example) {
		return found(example).exists();
	}

	@Override
	@SuppressWarnings("unchecked")
	public <S extends Customer, R> R findBy(Example<S> example, Function<FetchableFluentQuery<S>, R> queryFunction) {
		return queryFunction.apply((FetchableFluentQuery<S>) (FetchableFluentQuery<?>) found(example));
	}

}
