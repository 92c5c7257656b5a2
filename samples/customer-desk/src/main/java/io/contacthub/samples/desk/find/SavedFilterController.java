package io.contacthub.samples.desk.find;

import io.contacthub.query.Query;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.layout.Message;
import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.panel.Panel;
import io.contacthub.samples.desk.panel.Panels;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The forms that save the filter of the list under a name, and delete a saved one.
 */
@Controller
@RequestMapping("/segments")
class SavedFilterController {

	private static final String LIST = "redirect:" + ListPlace.PATH;

	private final ListPage page;

	private final CustomerList list;

	private final SavedFilters savedFilters;

	private final Forms forms;

	private final Panels panels;

	private final Audit audit;

	SavedFilterController(ListPage page, CustomerList list, SavedFilters savedFilters, Forms forms, Panels panels,
			Audit audit) {
		this.page = page;
		this.list = list;
		this.savedFilters = savedFilters;
		this.forms = forms;
		this.panels = panels;
		this.audit = audit;
	}

	@GetMapping({ "", "/{id}/delete" })
	String list(@ModelAttribute("filter") CustomerFilter filter, BindingResult result) {
		return "redirect:" + filter.address(ListPlace.PATH);
	}

	@PostMapping
	String save(@ModelAttribute("filter") CustomerFilter filter, BindingResult filterResult,
			@Valid @ModelAttribute("saving") SavedFilterForm form, BindingResult result, ReaderDates dates, Model model,
			RedirectAttributes redirect) {
		FilterChecks.check(filter, filterResult);
		check(filter, form, result);
		String view = this.forms.submit(result, model, ListPage.VIEW, () -> {
			// with a saved filter in it, ContactHub is asked for that one first
			Query query = this.panels.shortly(() -> this.list.query(filter, dates.zone()));
			SavedFilter saved = this.savedFilters.save(form.name(), query);
			this.audit.written(AuditAction.FILTER_SAVE, saved.id());
			redirect.addFlashAttribute("message", Message.of("find.saving.done", form.name()));
			return "redirect:" + CustomerFilter.of("segment", saved.id()).address(ListPlace.PATH);
		});
		if (view.equals(ListPage.VIEW)) {
			this.page.show(ListPlace.of(filter), 0, dates, model);
		}
		return view;
	}

	private void check(CustomerFilter filter, SavedFilterForm form, BindingResult result) {
		if (result.hasErrors()) {
			return;
		}
		if (filter.isEmpty() || !filter.isReadable()) {
			result.rejectValue("name", "find.saving.nothing");
		}
		else if (isTaken(form.name())) {
			result.rejectValue("name", "find.saving.taken");
		}
	}

	/**
	 * Return whether there is a filter of the name, as far as that can be found out in a
	 * short time.
	 */
	private boolean isTaken(String name) {
		Panel<Boolean> exists = this.panels.await(this.panels.load(() -> this.savedFilters.exists(name)),
				Panels.SHORTLY);
		return exists.isLoaded() && exists.value();
	}

	@PostMapping("/{id}/delete")
	String delete(@PathVariable String id, ReaderDates dates, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		Panel<Boolean> deleted = this.panels.now(() -> this.savedFilters.delete(id));
		if (deleted.isLoaded()) {
			this.audit.written(AuditAction.FILTER_DELETE, id);
			redirect.addFlashAttribute("message", Message.of("find.saved.deleted"));
			return LIST;
		}
		model.addAttribute("notDeleted", deleted.trouble());
		response.setStatus(deleted.trouble().kind().status().value());
		this.page.show(ListPlace.of(CustomerFilter.none()), 0, dates, model);
		return ListPage.VIEW;
	}

}
