package io.contacthub.update;

import java.util.Optional;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Update: a customer or an event that was created, updated or deleted. It has no place
 * and no time of its own.
 * <p>
 * How much ContactHub tells of what was updated or deleted is not documented: it may be
 * all of it, what has changed, or the id alone. So read a customer by its id before it is
 * written back.
 *
 * @param operation what was done
 * @param entity what it was done to
 * @param unknown the members that this library does not know
 */
public record Update(@Nullable UpdateOperation operation, UpdatedEntity entity,
		JsonObject unknown) implements ApiObject, UpdateBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Update {
		entity = Members.object(entity, UpdatedEntity.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static UpdateBuilder builder() {
		return new UpdateBuilder();
	}

	/**
	 * Return whether the update is of an operation.
	 * @param operation the operation
	 * @return whether it is that one
	 */
	public boolean is(UpdateOperation operation) {
		Assert.notNull(operation, "operation is null: give one, such as UpdateOperation.CREATE");
		return operation.equals(this.operation);
	}

	/**
	 * Return the customer that the update was made to. It is there after a deletion, too:
	 * ask {@link #is(UpdateOperation)} before the customer is copied.
	 * @return the customer, with as many members as ContactHub tells, after a deletion
	 * perhaps its id alone; empty when the update was made to something else
	 */
	public Optional<Customer> customer() {
		return isOf(EntityType.CUSTOMER) ? Optional.of(Customer.of(this.entity.data())) : Optional.empty();
	}

	/**
	 * Return the event that the update was made to.
	 * @return the event, with as many members as ContactHub tells, or empty when it was
	 * made to something else
	 */
	public Optional<Event> event() {
		return isOf(EntityType.EVENT) ? Optional.of(Event.of(this.entity.data())) : Optional.empty();
	}

	private boolean isOf(EntityType type) {
		return type.equals(this.entity.type()) && !this.entity.data().isEmpty();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
