package io.contacthub.samples.desk;

import java.util.List;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.samples.desk.form.Option;
import io.contacthub.samples.desk.layout.Labels;
import io.contacthub.samples.desk.layout.Message;
import jakarta.validation.Valid;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
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
 * The page of one customer, and what can be done there.
 */
@Controller
@RequestMapping("/customers/{id}")
class CustomerController {

	private static final Sort NEWEST_FIRST = Sort.by("date").descending();

	private final CustomerRepository customers;

	private final EventRepository events;

	private final Labels labels;

	CustomerController(CustomerRepository customers, EventRepository events, Labels labels) {
		this.customers = customers;
		this.events = events;
		this.labels = labels;
	}

	@ModelAttribute("types")
	List<Option> types() {
		return Stream.of(EventType.OPENED_TICKET, EventType.REPLIED_TICKET, EventType.CLOSED_TICKET)
			.map((type) -> new Option(type.value(), this.labels.eventType(type)))
			.toList();
	}

	@ModelAttribute("contexts")
	List<Option> contexts() {
		return Stream.of(EventContext.CONTACT_CENTER, EventContext.WEB, EventContext.MOBILE, EventContext.RETAIL)
			.map((context) -> new Option(context.value(), this.labels.eventContext(context)))
			.toList();
	}

	@GetMapping
	String show(@PathVariable String id, @PageableDefault Pageable pageable, Model model) {
		Customer customer = this.customers.getById(id);
		PageRequest request = PageRequest.of(pageable.getPageNumber(), pageable.getPageSize(), NEWEST_FIRST);
		model.addAttribute("customer", customer);
		model.addAttribute("name", CustomerSummary.of(customer).name());
		model.addAttribute("page", this.events.findByCustomerId(id, request));
		if (!model.containsAttribute("emailForm")) {
			model.addAttribute(EmailForm.of(customer));
		}
		if (!model.containsAttribute("eventForm")) {
			model.addAttribute(EventForm.empty());
		}
		return "customers/show";
	}

	@PostMapping("/email")
	String changeEmail(@PathVariable String id, @Valid EmailForm form, BindingResult result,
			@PageableDefault Pageable pageable, Model model, RedirectAttributes redirect) {
		if (!result.hasErrors()) {
			try {
				this.customers.patch(id, (patch) -> patch.set(CustomerFields.BASE.CONTACTS.EMAIL, form.email()));
				redirect.addFlashAttribute("message", Message.of("The e-mail address was changed."));
				return "redirect:/customers/{id}";
			}
			catch (CustomerConflictException ex) {
				result.rejectValue("email", "conflict", "Another customer has this e-mail address.");
			}
			catch (DataIntegrityViolationException ex) {
				Refusals.show(ex, result);
			}
		}
		return show(id, pageable, model);
	}

	@PostMapping("/events")
	String addEvent(@PathVariable String id, @Valid EventForm form, BindingResult result,
			@PageableDefault Pageable pageable, Model model, RedirectAttributes redirect) {
		if (!result.hasErrors()) {
			try {
				this.events.add(form.toEvent(id));
				redirect.addFlashAttribute("message",
						Message.of("The event was added. It may take half a minute to show."));
				return "redirect:/customers/{id}";
			}
			catch (DataIntegrityViolationException ex) {
				Refusals.show(ex, result);
			}
		}
		return show(id, pageable, model);
	}

	@PostMapping("/delete")
	String delete(@PathVariable String id, RedirectAttributes redirect) {
		this.customers.deleteById(id);
		redirect.addFlashAttribute("message",
				Message.of("The customer was deleted. The list may show it for another half minute."));
		return "redirect:/customers";
	}

}
