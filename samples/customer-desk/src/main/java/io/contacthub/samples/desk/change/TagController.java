package io.contacthub.samples.desk.change;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.TagNotFoundException;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.layout.Message;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;

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
 * The forms that add and remove a tag. They are on the page of the customer, and have a
 * page of their own for when a tag cannot be written.
 */
@Controller
@RequestMapping("/customers/{id}/tags")
class TagController {

	private static final List<InputGroup> TAG = List
		.of(new InputGroup("", new Input("add", "tags.manual", InputType.TAG, List.of())));

	private final CustomerRepository customers;

	private final Whose whose;

	private final Forms forms;

	private final Audit audit;

	TagController(CustomerRepository customers, Whose whose, Forms forms, Audit audit) {
		this.customers = customers;
		this.whose = whose;
		this.forms = forms;
		this.audit = audit;
	}

	@GetMapping
	String open(@PathVariable String id, Model model) {
		this.whose.show(id, model);
		InputForm.open(TAG, ZoneOffset.UTC, Map.of()).show(model);
		return "change/tag";
	}

	@PostMapping
	String add(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent, Model model,
			RedirectAttributes redirect) {
		InputForm form = InputForm.sent(TAG, ZoneOffset.UTC, sent).require("add");
		form.show(model);
		return this.forms.submit(form.result(), model, "change/tag", () -> {
			String tag = form.text("add");
			this.customers.addTag(id, tag);
			this.audit.written(AuditAction.TAG_ADD, id);
			redirect.addFlashAttribute("message", Message.of("change.tagged", tag));
			return Redirects.toCustomer(id, "tags");
		});
	}

	@GetMapping("/remove")
	String ask(@PathVariable String id, @RequestParam String tag, Model model) {
		this.whose.show(id, model);
		model.addAttribute("tag", tag);
		InputForm.none().show(model);
		return "change/untag";
	}

	@PostMapping("/remove")
	String remove(@PathVariable String id, @RequestParam String tag, Model model, RedirectAttributes redirect) {
		model.addAttribute("tag", tag);
		InputForm form = InputForm.none();
		form.show(model);
		return this.forms.submit(form.result(), model, "change/untag", () -> {
			try {
				this.customers.removeTag(id, tag);
				this.audit.written(AuditAction.TAG_REMOVE, id);
			}
			catch (TagNotFoundException ex) {
				// somebody else has removed it
			}
			redirect.addFlashAttribute("message", Message.of("change.untagged", tag));
			return Redirects.toCustomer(id, "tags");
		});
	}

}
