package io.contacthub.batch;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.CustomerWrite;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.SkipListener;
import org.springframework.util.Assert;

/**
 * Builder of a {@link CustomerItemWriter}. <pre class="code">{@code
 * CustomerItemWriter<Customer> writer = new CustomerItemWriterBuilder<Customer>().customers(customers)
 *     .write(CustomerWrite.upsert().onlyChanges())
 *     .skipLimit(1000)
 *     .build();
 * }</pre>
 *
 * @param <T> the type of the items: {@code Customer}, or {@code CustomerChange} to be
 * patched
 */
public class CustomerItemWriterBuilder<T> {

	private @Nullable CustomerRepository customers;

	private @Nullable CustomerWrite<T> write;

	private BulkSettings settings = BulkSettings.defaults();

	private long skipLimit;

	private @Nullable SkipListener<?, ? super T> skipListener;

	/**
	 * Start a writer.
	 */
	public CustomerItemWriterBuilder() {
	}

	/**
	 * Set the customers. Required.
	 * @param customers the repository of a node
	 * @return this builder
	 */
	public CustomerItemWriterBuilder<T> customers(CustomerRepository customers) {
		this.customers = customers;
		return this;
	}

	/**
	 * Set what is done with each item. Required.
	 * @param write the operation, such as {@link CustomerWrite#upsert()}
	 * @return this builder
	 */
	public CustomerItemWriterBuilder<T> write(CustomerWrite<T> write) {
		this.write = write;
		return this;
	}

	/**
	 * Set how many are written at the same time, and for how long to be patient. With a
	 * commit interval of at least four times the concurrency the threads have something
	 * to do until the end of a chunk.
	 * @param settings the settings, whose order of outcomes is of no effect
	 * @return this builder
	 */
	public CustomerItemWriterBuilder<T> settings(BulkSettings settings) {
		this.settings = settings;
		return this;
	}

	/**
	 * Set how many items a step may skip that are refused, or of which nobody knows
	 * whether they were written and that must not be sent again. None unless this is set:
	 * then the first one fails the step.
	 * @param skipLimit the number; one more is a {@code SkipLimitExceededException}
	 * @return this builder
	 */
	public CustomerItemWriterBuilder<T> skipLimit(long skipLimit) {
		this.skipLimit = skipLimit;
		return this;
	}

	/**
	 * Set who is told of each item that is skipped, by the thread of the step, before the
	 * chunk is committed.
	 * @param skipListener the listener
	 * @return this builder
	 */
	public CustomerItemWriterBuilder<T> skipListener(@Nullable SkipListener<?, ? super T> skipListener) {
		this.skipListener = skipListener;
		return this;
	}

	/**
	 * Build the writer.
	 * @return a writer, for any number of steps
	 * @throws IllegalArgumentException when something is missing
	 */
	public CustomerItemWriter<T> build() {
		Assert.notNull(this.customers, "customers is null: give the repository of a node");
		Assert.notNull(this.write, "write is null: give what is done with each, such as CustomerWrite.upsert()");
		Assert.isTrue(this.skipLimit >= 0, () -> "skipLimit is " + this.skipLimit + ": give 0 to skip none");
		return new CustomerItemWriter<>(this.customers.bulk(this.write, this.settings), this.settings, this.skipLimit,
				this.skipListener);
	}

}
