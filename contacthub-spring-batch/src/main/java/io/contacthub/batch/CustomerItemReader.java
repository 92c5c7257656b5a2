package io.contacthub.batch;

import java.util.Iterator;

import io.contacthub.bulk.BulkRead;
import io.contacthub.customer.Customer;
import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.support.AbstractItemStreamItemReader;
import org.springframework.util.Assert;

/**
 * Reader of the customers that a query finds, as {@link ReadOnlyCustomerRepository#read}
 * gives them: in the order of their registration, each once, whatever is changed or
 * deleted meanwhile. It stores the place behind the last customer that it gave, not a
 * number, so that a restart goes on there although others have gone or come. In a
 * partition of a {@link CustomerRangePartitioner} it reads the range of that partition.
 * <p>
 * Customers that are registered while it reads come as well, as far as the index shows
 * them, which takes about 30 seconds: one that it shows only when those behind it were
 * read is missed. So a job that is to have all of them has a query that ends a minute
 * before it starts.
 * <p>
 * For one step at a time, and for the thread of that step.
 */
public class CustomerItemReader extends AbstractItemStreamItemReader<Customer> {

	private static final String POSITION = "position";

	private final ReadOnlyCustomerRepository customers;

	private final Query query;

	private final @Nullable Projection projection;

	private final boolean saveState;

	private final OpenStep step = new OpenStep("CustomerItemReader");

	private @Nullable BulkRead<Customer> read;

	private @Nullable Iterator<Customer> iterator;

	CustomerItemReader(ReadOnlyCustomerRepository customers, Query query, @Nullable Projection projection,
			boolean saveState) {
		this.customers = customers;
		this.query = query;
		this.projection = projection;
		this.saveState = saveState;
	}

	@Override
	public void open(ExecutionContext executionContext) {
		if (this.step.open(executionContext)) {
			Query range = RangeContext.query(executionContext);
			String position = this.saveState ? executionContext.getString(getExecutionContextKey(POSITION), "") : "";
			this.read = this.customers.read((range != null) ? range : this.query, this.projection,
					position.isEmpty() ? null : position);
			this.iterator = this.read.iterator();
		}
	}

	@Override
	public @Nullable Customer read() {
		Assert.state(this.iterator != null, "The reader is not open: register it with the step, as reader or stream");
		return this.iterator.hasNext() ? this.iterator.next() : null;
	}

	@Override
	public void update(ExecutionContext executionContext) {
		if (this.saveState && this.read != null) {
			this.read.position()
				.ifPresent((position) -> executionContext.putString(getExecutionContextKey(POSITION), position));
		}
	}

	@Override
	public void close() {
		this.step.close(() -> {
			if (this.read != null) {
				this.read.close();
			}
			this.read = null;
			this.iterator = null;
		});
	}

}
