package io.contacthub.customer;

import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.contacthub.bulk.BulkOperation;
import io.contacthub.bulk.BulkResult;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What is done with each of many customers. <pre class="code">{@code
 * BulkWriter<Customer> writer = customers.bulk(CustomerWrite.upsert().onlyChanges());
 * try (BulkRun<Customer> run = writer.write(rows)) {
 *     BulkProgress progress = run.complete();
 *     log.info("{}", progress); // 5000 of 5000, 310/s, 0 s left: created 1150, …
 * }
 * }</pre> Those that share an id, an external id or an e-mail address are written one
 * after the other, in the order in which they are given, as far as they are on their way
 * at the same time.
 *
 * @param <T> the type of what is given
 */
public final class CustomerWrite<T> {

	private final String name;

	private final BiFunction<CustomerWriting, T, BulkResult> write;

	private final @Nullable BiFunction<CustomerWriting, T, BulkResult> changes;

	private final Function<T, Collection<?>> keys;

	private CustomerWrite(String name, BiFunction<CustomerWriting, T, BulkResult> write,
			@Nullable BiFunction<CustomerWriting, T, BulkResult> changes, Function<T, Collection<?>> keys) {
		this.name = name;
		this.write = write;
		this.changes = changes;
		this.keys = keys;
	}

	/**
	 * Store each as a new customer, see {@link CustomerRepository#insert(Customer)}.
	 * @return what is done
	 */
	public static CustomerWrite<Customer> insert() {
		return new CustomerWrite<>("insert", CustomerWriting::insert, null, CustomerKeys::of);
	}

	/**
	 * Store each, new or not, see {@link CustomerRepository#upsert(Customer)}.
	 * @return what is done
	 */
	public static CustomerWrite<Customer> upsert() {
		return new CustomerWrite<>("upsert", CustomerWriting::upsert, CustomerWriting::upsertChanges, CustomerKeys::of);
	}

	/**
	 * Change each, see {@link CustomerRepository#patch(String, CustomerPatch)}.
	 * @return what is done
	 */
	public static CustomerWrite<CustomerChange> patch() {
		return new CustomerWrite<>("patch", CustomerWriting::patch, CustomerWriting::patchChanges, CustomerKeys::of);
	}

	/**
	 * Read each customer, and send what is not so already: the least patch, or nothing
	 * when all is.
	 * <p>
	 * For an upsert, the customer is looked for by its id, when it has one of this node,
	 * else by its external id, and then read; when several have the external id, it is
	 * refused. {@code POST /customers} is only for one that is not found, and when it
	 * says that there is one, that one is read and patched. So an unchanged customer
	 * takes one request with an id, and two without; a changed one takes one more; a new
	 * one takes two, or three with an id of another node. The external id is looked for
	 * in an index that shows a change after about 30 seconds: where ContactHub merges or
	 * stores equal customers, one that was stored less than that before may be written
	 * once more, and so is one that has neither an id nor an external id.
	 * <p>
	 * Another change between the two requests stays where it is to what was equal. The
	 * token must be one that may read customers: ADMIN, USER or TRUSTED_APPLICATION.
	 * @return what is done
	 * @throws IllegalStateException for an insert, which changes nothing
	 */
	public CustomerWrite<T> onlyChanges() {
		BiFunction<CustomerWriting, T, BulkResult> least = this.changes;
		Assert.state(least != null, "An insert knows no changes: use upsert().onlyChanges()");
		return new CustomerWrite<>(this.name + ", only changes", least, least, this.keys);
	}

	/**
	 * Return what does it.
	 */
	BulkOperation<T> with(CustomerWriting customers) {
		BiFunction<CustomerWriting, T, BulkResult> present = this.write;
		Function<T, Collection<?>> shared = this.keys;
		return new BulkOperation<>() {

			@Override
			public BulkResult apply(T item) {
				return present.apply(customers, item);
			}

			@Override
			public Collection<?> keys(T item) {
				return shared.apply(item);
			}

		};
	}

	@Override
	public String toString() {
		return "CustomerWrite[" + this.name + "]";
	}

}
