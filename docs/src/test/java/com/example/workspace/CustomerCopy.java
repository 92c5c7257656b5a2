package com.example.workspace;

import java.time.LocalDate;
import java.util.Optional;

import io.contacthub.Workspace;
import io.contacthub.customer.Customer;
import io.contacthub.update.UpdateFilter;
import io.contacthub.update.UpdateOperation;
import io.contacthub.update.UpdateStream;

/**
 * Copy of the customers, which follows the workspace.
 */
abstract class CustomerCopy {

	// tag::follow[]
	void follow(Workspace workspace, Bookmarks bookmarks) {
		UpdateFilter filter = bookmarks.find().orElse(UpdateFilter.since(LocalDate.of(2026, 1, 1)));
		try (UpdateStream updates = workspace.updates().stream(filter)) {
			updates.forEach((update) -> update.customer()
				.ifPresent(update.is(UpdateOperation.DELETE) ? this::remove : this::copy));
			bookmarks.save(updates.next());
		}
	}
	// end::follow[]

	abstract void copy(Customer customer);

	abstract void remove(Customer customer);

	/**
	 * Where a reader is.
	 */
	interface Bookmarks {

		Optional<UpdateFilter> find();

		void save(UpdateFilter filter);

	}

}
