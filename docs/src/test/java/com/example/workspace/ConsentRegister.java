package com.example.workspace;

import java.util.List;
import java.util.stream.Stream;

import io.contacthub.Workspace;
import io.contacthub.consent.ConsentLog;
import io.contacthub.consent.ConsentLogFilter;

import org.springframework.data.domain.Sort;

import static io.contacthub.customer.CustomerFields.CONSENTS;

/**
 * What a data protection officer asks.
 */
class ConsentRegister {

	// tag::history[]
	List<String> history(Workspace workspace, String customerId) {
		ConsentLogFilter newsletter = ConsentLogFilter.ofCustomer(customerId)
			.withProperty(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS);
		try (Stream<ConsentLog> logs = workspace.consentLogs().stream(newsletter, Sort.by("date"))) {
			return logs.map((entry) -> entry.date() + " " + entry.value()).toList();
		}
	}
	// end::history[]

}
