package io.contacthub.samples.desk.customer;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.find.CustomerList;
import io.contacthub.samples.desk.layout.Labels;
import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.panel.Panel;
import io.contacthub.samples.desk.panel.Panels;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/**
 * The page of a customer: all that is known, and the time line of the events.
 */
@Controller
@RequestMapping("/customers/{id}")
class CustomerPageController {

	private final CustomerRepository customers;

	private final TimelinePanels timelines;

	private final Panels panels;

	private final Labels labels;

	private final MessageSourceAccessor messages;

	CustomerPageController(CustomerRepository customers, TimelinePanels timelines, Panels panels, Labels labels,
			MessageSource messages) {
		this.customers = customers;
		this.timelines = timelines;
		this.panels = panels;
		this.labels = labels;
		this.messages = new MessageSourceAccessor(messages);
	}

	@GetMapping(headers = "!HX-Request")
	String show(@PathVariable String id, TimelineFilter filter, Pageable pageable, ReaderDates readerDates,
			@SessionAttribute(name = CustomerList.LAST, required = false) String list, Model model) {
		ValueWords words = words(readerDates);
		var sessions = this.panels.load(() -> this.customers.sessions(id).findAll());
		var events = this.timelines.load(id, filter, pageable.getPageNumber(), readerDates);
		Customer customer = this.customers.getById(id);
		this.timelines.add(id, filter, pageable.getPageNumber(), events, words, model);
		Details details = new Details(words, this.labels::member);
		CustomerCards cards = new CustomerCards(customer, details);
		model.addAttribute("customer", customer);
		model.addAttribute("list", (list != null) ? list : "/customers");
		model.addAttribute("head", CustomerHead.of(customer, words));
		model.addAttribute("firstCards", cards.first());
		model.addAttribute("otherCards", cards.others());
		model.addAttribute("addable", cards.addable());
		model.addAttribute("record", cards.record());
		model.addAttribute("consents", ConsentLine.of(customer.consents(), this.labels, details));
		model.addAttribute("consentDetails", ConsentLine.beside(customer.consents(), details));
		model.addAttribute("sessions", this.panels.await(sessions));
		return "customer/page";
	}

	/**
	 * Answer a script that shows other events, or adds those of the next page to those
	 * before.
	 */
	@GetMapping(headers = "HX-Request")
	String timeline(@PathVariable String id, TimelineFilter filter, Pageable pageable,
			@RequestParam(required = false) String after, ReaderDates readerDates, Model model,
			HttpServletResponse response) {
		ValueWords words = words(readerDates);
		boolean next = after != null;
		Panel<Timeline> timeline = next
				? this.timelines.addPage(id, filter, pageable.getPageNumber(), after, words, model)
				: this.timelines.add(id, filter, pageable.getPageNumber(),
						this.timelines.load(id, filter, pageable.getPageNumber(), readerDates), words, model);
		if (!timeline.isLoaded()) {
			response.setStatus(timeline.trouble().kind().status().value());
		}
		return next ? "customer/timeline :: next" : "customer/timeline :: timeline";
	}

	private ValueWords words(ReaderDates dates) {
		return new ValueWords(this.labels, this.messages, dates);
	}

}
