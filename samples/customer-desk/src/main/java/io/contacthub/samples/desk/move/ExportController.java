package io.contacthub.samples.desk.move;

import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

import io.contacthub.bulk.BulkRead;
import io.contacthub.customer.Customer;
import io.contacthub.customer.ReadOnlyCustomerRepository;
import io.contacthub.samples.desk.find.CustomerFilter;
import io.contacthub.samples.desk.find.CustomerList;
import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The customers that a filter finds, as a file.
 */
@Controller
class ExportController {

	private final CustomerList list;

	private final ReadOnlyCustomerRepository customers;

	private final ColumnHeadings headings;

	private final Audit audit;

	ExportController(CustomerList list, ReadOnlyCustomerRepository customers, ColumnHeadings headings, Audit audit) {
		this.list = list;
		this.customers = customers;
		this.headings = headings;
		this.audit = audit;
	}

	@GetMapping("/export")
	View export(CustomerFilter filter, @RequestParam(defaultValue = "csv") String format,
			@ModelAttribute("readerDates") ReaderDates dates, Locale locale) {
		Optional<ExportFormat> chosen = ExportFormat.of(format);
		if (!filter.isReadable() || chosen.isEmpty()) {
			// the list tells what cannot be meant: no file is wider than what was asked
			// for
			return new RedirectView(filter.address("/customers"), true);
		}
		BulkRead<Customer> read = this.customers.read(this.list.query(filter, dates.zone()));
		try {
			return view(read, chosen.get(), dates, locale);
		}
		catch (RuntimeException ex) {
			read.close();
			throw ex;
		}
	}

	private View view(BulkRead<Customer> read, ExportFormat chosen, ReaderDates dates, Locale locale) {
		Iterator<Customer> found = read.iterator();
		// what fails before the first customer is told by a page
		found.hasNext();
		this.audit.written(AuditAction.EXPORT, chosen.extension());
		String name = "customers-" + dates.dayOf(Instant.now()) + "." + chosen.extension();
		return new ExportView(read, found, new ExportFile(chosen, name, this.headings.written(), locale));
	}

}
