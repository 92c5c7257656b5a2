package io.contacthub.samples.desk.change;

import java.util.LinkedHashMap;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.CustomerName;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.layout.Message;
import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import static io.contacthub.customer.CustomerFields.BASE;

/**
 * The form that adds a customer.
 */
@Controller
@RequestMapping("/customers/new")
class NewCustomerController {

	private final CustomerRepository customers;

	private final Forms forms;

	private final Audit audit;

	NewCustomerController(CustomerRepository customers, Forms forms, Audit audit) {
		this.customers = customers;
		this.forms = forms;
		this.audit = audit;
	}

	@GetMapping
	String open(ReaderDates readerDates, Model model) {
		InputForm.open(CustomerInputs.NEW, readerDates.zone(), Map.of()).show(model);
		return "change/new";
	}

	@PostMapping
	String add(ReaderDates readerDates, @RequestParam MultiValueMap<String, String> sent, Model model,
			RedirectAttributes redirect) {
		InputForm form = InputForm.sent(CustomerInputs.NEW, readerDates.zone(), sent)
			.requireOne(BASE.FIRST_NAME.path(), "change.error.nobody");
		form.show(model);
		return this.forms.submit(form.result(), model, "change/new", () -> {
			Map<String, Object> document = new LinkedHashMap<>();
			form.applyTo(document);
			Customer added = this.customers.insert(Customer.of(document));
			this.audit.written(AuditAction.CUSTOMER_ADD, added.id());
			redirect.addFlashAttribute("message", Message.of("change.added", CustomerName.of(added)));
			return Redirects.toCustomer(added.id());
		});
	}

}
