package io.contacthub.samples.desk;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.layout.Message;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form that adds a customer.
 */
@Controller
class CustomersController {

	private final CustomerRepository customers;

	private final Forms forms;

	CustomersController(CustomerRepository customers, Forms forms) {
		this.customers = customers;
		this.forms = forms;
	}

	@GetMapping("/customers/new")
	String form(Model model) {
		model.addAttribute(CustomerForm.empty());
		return "customers/new";
	}

	@PostMapping("/customers")
	String add(@Valid CustomerForm form, BindingResult result, Model model, RedirectAttributes redirect) {
		return this.forms.submit(result, model, "customers/new", () -> {
			Customer added = this.customers.insert(form.toCustomer());
			redirect.addFlashAttribute("message", Message.of(CustomerSummary.of(added).name() + " was added."));
			return "redirect:/customers/" + added.id();
		});
	}

}
