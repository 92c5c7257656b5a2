package io.contacthub.samples.desk;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.layout.Message;
import jakarta.validation.Valid;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The list of customers, and the form that adds one.
 */
@Controller
class CustomersController {

	private static final Sort BY_NAME = CustomerFields.BASE.LAST_NAME.asc().and(CustomerFields.BASE.FIRST_NAME.asc());

	private final CustomerRepository customers;

	private final Forms forms;

	CustomersController(CustomerRepository customers, Forms forms) {
		this.customers = customers;
		this.forms = forms;
	}

	@GetMapping("/")
	String home() {
		return "redirect:/customers";
	}

	@GetMapping("/customers")
	String list(@PageableDefault(size = 20) Pageable pageable, Model model) {
		PageRequest request = PageRequest.of(pageable.getPageNumber(), pageable.getPageSize(), BY_NAME);
		model.addAttribute("page", this.customers.findAll(request).map(CustomerSummary::of));
		return "customers/list";
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
