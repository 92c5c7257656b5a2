package io.contacthub.samples.desk.change;

import java.util.Map;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Subscription;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.layout.Message;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The switch of a subscription.
 */
@Controller
@RequestMapping("/customers/{id}/subscriptions/{item}/switch")
class SwitchController {

	private final CustomerRepository customers;

	private final CustomerChanges changes;

	private final Whose whose;

	private final Forms forms;

	private final Audit audit;

	SwitchController(CustomerRepository customers, CustomerChanges changes, Whose whose, Forms forms, Audit audit) {
		this.customers = customers;
		this.changes = changes;
		this.whose = whose;
		this.forms = forms;
		this.audit = audit;
	}

	@GetMapping
	String ask(@PathVariable String id, @PathVariable String item, Model model) {
		Subscription subscription = this.whose.show(id, model, () -> this.customers.subscriptions(id).getById(item));
		model.addAttribute("name", subscription.name());
		model.addAttribute("subscribed", !Boolean.TRUE.equals(subscription.subscribed()));
		InputForm.none().show(model);
		return "change/switch";
	}

	@PostMapping
	String turn(@PathVariable String id, @PathVariable String item, @RequestParam boolean subscribed,
			@RequestParam(defaultValue = "") String name, Model model, RedirectAttributes redirect) {
		model.addAttribute("name", name);
		model.addAttribute("subscribed", subscribed);
		InputForm form = InputForm.none();
		form.show(model);
		return this.forms.submit(form.result(), model, "change/switch", () -> {
			if (this.changes.switchSubscription(id, item, subscribed)) {
				this.audit.written(AuditAction.ITEM_CHANGE, id, Map.of("list", "subscriptions"));
			}
			redirect.addFlashAttribute("message",
					Message.of(subscribed ? "change.subscribed" : "change.unsubscribed", name));
			return Redirects.toConsents(id);
		});
	}

}
