package io.contacthub.batch;

import java.util.Map;

import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.query.Query;

import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.util.Assert;

/**
 * Partitioner that divides the customers of a query into ranges of their registration
 * with about as many customers each, as {@link ReadOnlyCustomerRepository#partition} has
 * them. No change moves a customer from one to another, and those that are registered
 * meanwhile belong to the last one. A restart gets the ranges of the first time. The
 * {@link CustomerItemReader} of a partition finds its range by itself; with partitions in
 * one process, each needs a reader of its own, in the scope of the step.
 * <pre class="code">{@code
 * Step all = new StepBuilder("all", jobRepository)
 *     .partitioner("some", new CustomerRangePartitioner(customers, Query.all(), jobRepository))
 *     .step(some)
 *     .gridSize(8)
 *     .taskExecutor(new SimpleAsyncTaskExecutor())
 *     .build();
 * }</pre>
 */
public class CustomerRangePartitioner implements Partitioner {

	private final ReadOnlyCustomerRepository customers;

	private final Query query;

	private final JobRepository repository;

	/**
	 * Create a partitioner.
	 * @param customers the customers
	 * @param query which of them
	 * @param repository stores the ranges with the step that asks for them
	 */
	public CustomerRangePartitioner(ReadOnlyCustomerRepository customers, Query query, JobRepository repository) {
		Assert.notNull(customers, "customers is null: give the repository of a node");
		Assert.notNull(query, "query is null: use Query.all() for any customer");
		Assert.notNull(repository, "repository is null: give the one of the jobs");
		this.customers = customers;
		this.query = query;
		this.repository = repository;
	}

	@Override
	public Map<String, ExecutionContext> partition(int gridSize) {
		return RangeContext.divide(this.repository, "customers", () -> this.customers.partition(this.query, gridSize));
	}

}
