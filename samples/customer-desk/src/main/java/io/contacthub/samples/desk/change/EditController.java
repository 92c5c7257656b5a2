package io.contacthub.samples.desk.change;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.json.ContactHubJson;
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
 * The form that changes a customer: it is filled in, looked through, and saved.
 */
@Controller
@RequestMapping("/customers/{id}/edit")
class EditController {

	private final CustomerRepository customers;

	private final CustomerChanges changes;

	private final Forms forms;

	EditController(CustomerRepository customers, CustomerChanges changes, Forms forms) {
		this.customers = customers;
		this.changes = changes;
		this.forms = forms;
	}

	@GetMapping
	String open(@PathVariable String id, @RequestParam(required = false) String open, ReaderDates readerDates,
			Model model) {
		model.addAttribute("open", open);
		Customer customer = this.customers.getById(id);
		show(InputForm.open(CustomerInputs.of(customer), readerDates.zone(), customer.toMap()), id, model);
		return "change/edit";
	}

	/**
	 * Show the form once more, as it was filled in.
	 */
	@PostMapping(params = "step=edit")
	String reopen(@PathVariable String id, ReaderDates readerDates, @RequestParam MultiValueMap<String, String> sent,
			Model model) {
		show(InputForm.sent(CustomerInputs.sent(sent), readerDates.zone(), sent), id, model);
		return "change/edit";
	}

	/**
	 * Show what will be sent; nothing is sent yet.
	 */
	@PostMapping(params = "step=review")
	String review(@PathVariable String id, ReaderDates readerDates, @RequestParam MultiValueMap<String, String> sent,
			Model model, RedirectAttributes redirect) {
		InputForm form = InputForm.sent(CustomerInputs.sent(sent), readerDates.zone(), sent);
		if (form.result().hasErrors() || form.changed().isEmpty()) {
			return save(id, readerDates, sent, model, redirect);
		}
		show(form, id, model);
		model.addAttribute("changes", form.changed());
		model.addAttribute("patch",
				ContactHubJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(form.patch()));
		return "change/review";
	}

	@PostMapping
	String save(@PathVariable String id, ReaderDates readerDates, @RequestParam MultiValueMap<String, String> sent,
			Model model, RedirectAttributes redirect) {
		InputForm form = InputForm.sent(CustomerInputs.sent(sent), readerDates.zone(), sent);
		show(form, id, model);
		return this.forms.submit(form.result(), model, "change/edit", () -> {
			boolean saved = !form.changed().isEmpty() && this.changes.save(id, form);
			redirect.addFlashAttribute("message", Message.of(saved ? "change.saved" : "change.unchanged"));
			return Redirects.toCustomer(id);
		});
	}

	private static void show(InputForm form, String id, Model model) {
		form.show(model);
		Whose.add(CustomerInputs.name(form, id), model);
	}

}
