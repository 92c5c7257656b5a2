package io.contacthub.customer;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.contacthub.error.ContactHubFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * The items of a customer, by way of the API.
 *
 * @param <T> the type of the items
 */
class DefaultCustomerItemRepository<T> implements CustomerItemRepository<T> {

	private final Supplier<? extends CustomerItemApi<T>> api;

	private final Function<T, @Nullable String> idOf;

	private final String customerId;

	/**
	 * Create a repository.
	 * @param api is asked with each call, so that nothing is made before the first one
	 * @param idOf gives the id of an item
	 * @param customerId the id of the customer
	 */
	DefaultCustomerItemRepository(Supplier<? extends CustomerItemApi<T>> api, Function<T, @Nullable String> idOf,
			String customerId) {
		Assert.hasText(customerId, "customerId is blank: give the id that ContactHub gave the customer");
		this.api = api;
		this.idOf = idOf;
		this.customerId = customerId;
	}

	@Override
	public Optional<T> findById(String id) {
		return ContactHubFailure.emptyIfNotFound(() -> getById(id));
	}

	@Override
	public T getById(String id) {
		return this.api.get().get(this.customerId, id);
	}

	@Override
	public T insert(T item) {
		id(item);
		return this.api.get().insert(this.customerId, item);
	}

	@Override
	public T replace(T item) {
		return this.api.get().replace(this.customerId, id(item), item);
	}

	private String id(T item) {
		Assert.notNull(item, "item is null: give the item to be stored");
		String id = this.idOf.apply(item);
		Assert.isTrue(StringUtils.hasText(id), () -> "id of the " + item.getClass().getSimpleName()
				+ " is missing: choose one, by which it is found again");
		return String.valueOf(id);
	}

	@Override
	public T upsert(T item) {
		try {
			return replace(item);
		}
		catch (EmptyResultDataAccessException ex) {
			return insert(item);
		}
	}

	@Override
	public void deleteById(String id) {
		this.api.get().delete(this.customerId, id);
	}

}
