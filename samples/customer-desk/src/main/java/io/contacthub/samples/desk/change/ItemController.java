package io.contacthub.samples.desk.change;

import java.util.List;
import java.util.Map;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.layout.Message;
import io.contacthub.samples.desk.layout.ReaderDates;
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
 * The forms that add, change and remove a job, an education, a like or a subscription of
 * a customer.
 */
@Controller
@RequestMapping("/customers/{id}/{list:jobs|educations|likes|subscriptions}")
class ItemController {

	private final CustomerRepository customers;

	private final CustomerChanges changes;

	private final Whose whose;

	private final Forms forms;

	private final Audit audit;

	ItemController(CustomerRepository customers, CustomerChanges changes, Whose whose, Forms forms, Audit audit) {
		this.customers = customers;
		this.changes = changes;
		this.whose = whose;
		this.forms = forms;
		this.audit = audit;
	}

	@GetMapping("/new")
	String openNew(@PathVariable String id, @PathVariable String list, ReaderDates readerDates, Model model) {
		this.whose.show(id, model);
		ItemList<?> items = ItemList.named(list);
		model.addAttribute("needed", List.of(items.required()));
		InputForm.open(items.newGroups(), readerDates.zone(), items.initial()).show(model);
		return "change/item";
	}

	@PostMapping("/new")
	String add(@PathVariable String id, @PathVariable String list, ReaderDates readerDates,
			@RequestParam MultiValueMap<String, String> sent, Model model, RedirectAttributes redirect) {
		ItemList<?> items = ItemList.named(list);
		model.addAttribute("needed", List.of(items.required()));
		InputForm form = InputForm.sent(items.newGroups(), readerDates.zone(), sent).require(items.required());
		form.show(model);
		return this.forms.submit(form.result(), model, "change/item", () -> {
			items.add(this.customers, id, form);
			return done(AuditAction.ITEM_ADD, id, list, "change.saved", redirect);
		});
	}

	@GetMapping("/{item}")
	String open(@PathVariable String id, @PathVariable String list, @PathVariable String item, ReaderDates readerDates,
			Model model) {
		ItemList<?> items = ItemList.named(list);
		Map<String, Object> present = this.whose.show(id, model, () -> items.get(this.customers, id, item));
		model.addAttribute("needed", List.of(items.required()));
		InputForm.open(items.groups(), readerDates.zone(), present).show(model);
		return "change/item";
	}

	@PostMapping("/{item}")
	String change(@PathVariable String id, @PathVariable String list, @PathVariable String item,
			ReaderDates readerDates, @RequestParam MultiValueMap<String, String> sent, Model model,
			RedirectAttributes redirect) {
		ItemList<?> items = ItemList.named(list);
		model.addAttribute("needed", List.of(items.required()));
		InputForm form = InputForm.sent(items.groups(), readerDates.zone(), sent).require(items.required());
		form.show(model);
		return this.forms.submit(form.result(), model, "change/item", () -> {
			if (this.changes.save(id, items, item, form)) {
				return done(AuditAction.ITEM_CHANGE, id, list, "change.saved", redirect);
			}
			redirect.addFlashAttribute("message", Message.of("change.unchanged"));
			return Redirects.toCustomer(id, list);
		});
	}

	@GetMapping("/{item}/delete")
	String askToRemove(@PathVariable String id, @PathVariable String list, @PathVariable String item, Model model) {
		ItemList<?> items = ItemList.named(list);
		Map<String, Object> present = this.whose.show(id, model, () -> items.get(this.customers, id, item));
		model.addAttribute("name", present.get(items.required()));
		InputForm.none().show(model);
		return "change/remove";
	}

	@PostMapping("/{item}/delete")
	String remove(@PathVariable String id, @PathVariable String list, @PathVariable String item,
			@RequestParam(defaultValue = "") String name, Model model, RedirectAttributes redirect) {
		model.addAttribute("name", name);
		InputForm form = InputForm.none();
		form.show(model);
		return this.forms.submit(form.result(), model, "change/remove", () -> {
			ItemList.named(list).remove(this.customers, id, item);
			return done(AuditAction.ITEM_REMOVE, id, list, "change.removed", redirect);
		});
	}

	private String done(AuditAction action, String id, String list, String message, RedirectAttributes redirect) {
		this.audit.written(action, id, Map.of("list", list));
		redirect.addFlashAttribute("message", Message.of(message));
		return Redirects.toCustomer(id, list);
	}

}
