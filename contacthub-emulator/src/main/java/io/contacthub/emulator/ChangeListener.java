package io.contacthub.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Listener that is told each change of a customer or an event, however it came about. It
 * is called once the store has changed, by who holds the lock of the workspace.
 */
interface ChangeListener {

	/**
	 * Take the change of a customer.
	 * @param before the customer before, null if it is a new one
	 * @param after the customer after, null if it is removed
	 */
	default void customerChanged(@Nullable StoredCustomer before, @Nullable StoredCustomer after) {
	}

	/**
	 * Take the change of an event.
	 * @param before the event before, null if it is a new one
	 * @param after the event after, null if it is removed
	 */
	default void eventChanged(@Nullable StoredEvent before, @Nullable StoredEvent after) {
	}

	/**
	 * Return a listener that tells others, in their order.
	 */
	static ChangeListener of(ChangeListener... listeners) {
		List<ChangeListener> all = List.of(listeners);
		return new ChangeListener() {

			@Override
			public void customerChanged(@Nullable StoredCustomer before, @Nullable StoredCustomer after) {
				all.forEach((listener) -> listener.customerChanged(before, after));
			}

			@Override
			public void eventChanged(@Nullable StoredEvent before, @Nullable StoredEvent after) {
				all.forEach((listener) -> listener.eventChanged(before, after));
			}

		};
	}

}
