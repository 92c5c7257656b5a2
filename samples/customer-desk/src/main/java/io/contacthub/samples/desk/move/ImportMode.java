package io.contacthub.samples.desk.move;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerWrite;

/**
 * What an import does with customers that are there already.
 */
enum ImportMode {

	/**
	 * Look each one up, and send what is not so already.
	 */
	CHANGES(CustomerWrite.upsert().onlyChanges()),

	/**
	 * Change it.
	 */
	UPSERT(CustomerWrite.upsert()),

	/**
	 * Leave it, and refuse the row.
	 */
	INSERT(CustomerWrite.insert());

	private final CustomerWrite<Customer> write;

	ImportMode(CustomerWrite<Customer> write) {
		this.write = write;
	}

	/**
	 * Return the mode that a form names.
	 */
	static Optional<ImportMode> of(String name) {
		return Stream.of(values()).filter((mode) -> mode.value().equals(name)).findFirst();
	}

	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	CustomerWrite<Customer> write() {
		return this.write;
	}

}
