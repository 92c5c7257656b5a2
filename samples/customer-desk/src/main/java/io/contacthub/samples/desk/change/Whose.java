package io.contacthub.samples.desk.change;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.contacthub.customer.Customer;
import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.samples.desk.CustomerName;
import io.contacthub.samples.desk.failure.TroubleKind;
import io.contacthub.samples.desk.panel.Panel;
import io.contacthub.samples.desk.panel.Panels;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Whose the page is: the name of the customer, in its title and its heading. Forms send
 * it along, so that it is there when they are shown again.
 */
@Component
class Whose {

	/**
	 * Name of the attribute of the model and of the hidden input.
	 */
	static final String NAME = "whose";

	private static final int LONGEST = 300;

	private final ReadOnlyCustomerRepository customers;

	private final Panels panels;

	Whose(ReadOnlyCustomerRepository customers, Panels panels) {
		this.customers = customers;
		this.panels = panels;
	}

	/**
	 * Read the name, without which a page that needs nothing else is there all the same.
	 * @param id the id of the customer
	 * @throws EmptyResultDataAccessException if there is no such customer
	 */
	void show(String id, Model model) {
		show(id, model, () -> id);
	}

	/**
	 * Read the name, and at the same time what a page needs.
	 * @param id the id of the customer
	 * @param needed reads what the page needs
	 * @return what was read
	 * @throws EmptyResultDataAccessException if there is no such customer
	 */
	<T> T show(String id, Model model, Supplier<T> needed) {
		CompletableFuture<Panel<String>> loading = this.panels.load(() -> CustomerName.of(this.customers.getById(id)));
		T read = needed.get();
		Panel<String> name = this.panels.await(loading, Panels.SHORTLY);
		if (!name.isLoaded() && name.trouble().kind() == TroubleKind.NOT_FOUND) {
			throw new EmptyResultDataAccessException("There is no such customer", 1);
		}
		add(name.value(), model);
		return read;
	}

	static void show(Customer customer, Model model) {
		add(CustomerName.of(customer), model);
	}

	/**
	 * Add the name to a page.
	 * @param name the name of the customer, {@code null} when it is not known
	 */
	static void add(@Nullable String name, Model model) {
		String known = (name == null || name.isBlank() || name.length() > LONGEST) ? null : name;
		model.addAttribute(NAME, known);
		model.addAttribute("whoseEnd", (known != null) ? " · " + known : "");
	}

}
