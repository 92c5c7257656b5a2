package io.contacthub.samples.desk.change;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.layout.Message;
import io.contacthub.samples.desk.layout.ReaderDates;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of what a customer agrees to and is subscribed to.
 */
@Controller
@RequestMapping("/customers/{id}/consents")
class ConsentController {

	private final CustomerRepository customers;

	private final CustomerChanges changes;

	private final ConsentHistory history;

	private final Forms forms;

	ConsentController(CustomerRepository customers, CustomerChanges changes, ConsentHistory history, Forms forms) {
		this.customers = customers;
		this.changes = changes;
		this.history = history;
		this.forms = forms;
	}

	@GetMapping
	String open(@PathVariable String id, ReaderDates readerDates, Model model) {
		Customer customer = this.customers.getById(id);
		InputForm.open(ConsentInputs.ALL, readerDates.zone(), customer.toMap()).show(model);
		model.addAttribute("disclaimer", customer.consents().disclaimer());
		model.addAttribute("subscriptions", customer.base().subscriptions());
		Whose.show(customer, model);
		this.history.show(id, model);
		return "change/consents";
	}

	@PostMapping
	String save(@PathVariable String id, ReaderDates readerDates, @RequestParam MultiValueMap<String, String> sent,
			Model model, RedirectAttributes redirect) {
		InputForm form = InputForm.sent(ConsentInputs.ALL, readerDates.zone(), sent);
		form.show(model);
		return this.forms.submit(form.result(), model, "change/consents", () -> {
			boolean saved = this.changes.save(id, form);
			redirect.addFlashAttribute("message", Message.of(saved ? "change.saved" : "change.unchanged"));
			return Redirects.toConsents(id);
		});
	}

}
