package io.contacthub.samples.desk;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page of one customer.
 */
@Controller
@RequestMapping("/customers/{id}")
class CustomerController {

	private static final Sort NEWEST_FIRST = Sort.by("date").descending();

	private final CustomerRepository customers;

	private final EventRepository events;

	CustomerController(CustomerRepository customers, EventRepository events) {
		this.customers = customers;
		this.events = events;
	}

	@GetMapping
	String show(@PathVariable String id, @PageableDefault Pageable pageable, Model model) {
		Customer customer = this.customers.getById(id);
		PageRequest request = PageRequest.of(pageable.getPageNumber(), pageable.getPageSize(), NEWEST_FIRST);
		model.addAttribute("customer", customer);
		model.addAttribute("name", CustomerSummary.of(customer).name());
		model.addAttribute("page", this.events.findByCustomerId(id, request));
		return "customers/show";
	}

}
