package io.contacthub.samples.desk.change;

import io.contacthub.customer.Customer;
import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.samples.desk.CustomerName;
import org.jspecify.annotations.Nullable;

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

	Whose(ReadOnlyCustomerRepository customers) {
		this.customers = customers;
	}

	/**
	 * Read the name.
	 * @param id the id of the customer
	 */
	void show(String id, Model model) {
		show(this.customers.getById(id), model);
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
