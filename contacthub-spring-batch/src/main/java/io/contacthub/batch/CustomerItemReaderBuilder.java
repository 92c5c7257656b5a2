package io.contacthub.batch;

import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Builder of a {@link CustomerItemReader}. <pre class="code">{@code
 * CustomerItemReader reader = new CustomerItemReaderBuilder().name("customers")
 *     .customers(customers)
 *     .query(where(TAGS.MANUAL.contains("newsletter")))
 *     .build();
 * }</pre>
 */
public class CustomerItemReaderBuilder {

	private @Nullable String name;

	private @Nullable ReadOnlyCustomerRepository customers;

	private Query query = Query.all();

	private @Nullable Projection projection;

	private boolean saveState = true;

	/**
	 * Start a reader.
	 */
	public CustomerItemReaderBuilder() {
	}

	/**
	 * Set the name, under which the reader stores its place in the context of the step.
	 * Required unless the state is not saved.
	 * @param name the name
	 * @return this builder
	 */
	public CustomerItemReaderBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Set the customers. Required.
	 * @param customers the repository of a node
	 * @return this builder
	 */
	public CustomerItemReaderBuilder customers(ReadOnlyCustomerRepository customers) {
		this.customers = customers;
		return this;
	}

	/**
	 * Set which customers are read. All of them unless this is set; in a partition those
	 * of the partition, whatever is set.
	 * @param query the query
	 * @return this builder
	 */
	public CustomerItemReaderBuilder query(Query query) {
		this.query = query;
		return this;
	}

	/**
	 * Set which fields are read. All of them unless this is set.
	 * @param projection the fields; the id and the registration come as well
	 * @return this builder
	 */
	public CustomerItemReaderBuilder projection(@Nullable Projection projection) {
		this.projection = projection;
		return this;
	}

	/**
	 * Set whether the reader stores its place, so that a restart goes on there. It does
	 * unless this is set to {@code false}, with which a restart reads all again.
	 * @param saveState whether it does
	 * @return this builder
	 */
	public CustomerItemReaderBuilder saveState(boolean saveState) {
		this.saveState = saveState;
		return this;
	}

	/**
	 * Build the reader.
	 * @return a reader for one step at a time
	 * @throws IllegalArgumentException when something is missing
	 */
	public CustomerItemReader build() {
		Assert.notNull(this.customers, "customers is null: give the repository of a node");
		Assert.notNull(this.query, "query is null: use Query.all() for any customer");
		Assert.isTrue(!this.saveState || StringUtils.hasText(this.name),
				"name is missing: the reader stores its place under it, unless saveState is false");
		CustomerItemReader reader = new CustomerItemReader(this.customers, this.query, this.projection, this.saveState);
		if (StringUtils.hasText(this.name)) {
			reader.setName(this.name);
		}
		return reader;
	}

}
