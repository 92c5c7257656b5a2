package io.contacthub.samples.desk.change;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.CustomerName;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.layout.Message;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;

import org.springframework.dao.DataIntegrityViolationException;
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
 * The form that deletes a customer, once the name is typed in.
 */
@Controller
@RequestMapping("/customers/{id}/delete")
class DeleteController {

	private static final List<InputGroup> NAME = List
		.of(new InputGroup("", new Input("typed", "", InputType.TEXT, List.of())));

	private final CustomerRepository customers;

	private final Forms forms;

	private final Audit audit;

	DeleteController(CustomerRepository customers, Forms forms, Audit audit) {
		this.customers = customers;
		this.forms = forms;
		this.audit = audit;
	}

	@GetMapping
	String ask(@PathVariable String id, Model model) {
		model.addAttribute("name", CustomerName.of(this.customers.getById(id)));
		InputForm.open(NAME, ZoneOffset.UTC, Map.of()).show(model);
		return "change/delete";
	}

	@PostMapping
	String delete(@PathVariable String id, @RequestParam String name, @RequestParam MultiValueMap<String, String> sent,
			Model model, RedirectAttributes redirect) {
		InputForm form = InputForm.sent(NAME, ZoneOffset.UTC, sent);
		model.addAttribute("name", name);
		form.show(model);
		return this.forms.submit(form.result(), model, "change/delete", () -> {
			// what the form says was so when it was opened
			String present = CustomerName.of(this.customers.getById(id));
			model.addAttribute("name", present);
			if (!words(form.text("typed")).equalsIgnoreCase(words(present))) {
				form.result().rejectValue("typed", "change.error.name");
				throw new DataIntegrityViolationException("The name of the customer is another one");
			}
			this.customers.deleteById(id);
			this.audit.written(AuditAction.CUSTOMER_DELETE, id);
			redirect.addFlashAttribute("message", Message.of("change.deleted", present));
			return "redirect:/customers";
		});
	}

	private static String words(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

}
