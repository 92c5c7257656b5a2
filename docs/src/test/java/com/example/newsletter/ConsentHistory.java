package com.example.newsletter;

// tag::register[]
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.Workspace;
import io.contacthub.consent.ConsentLog;
import io.contacthub.consent.ConsentLogFilter;
import io.contacthub.consent.ConsentLogType;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;

/** When customers have said yes and no. */
@Service
class ConsentHistory {

	private final Workspace workspace;

	ConsentHistory(@Qualifier("privacy") Workspace workspace) {
		this.workspace = workspace;
	}

	List<String> of(String customerId) {
		ConsentLogFilter changes = ConsentLogFilter.ofCustomer(customerId).withType(ConsentLogType.CONSENT_CHANGED);
		try (Stream<ConsentLog> entries = this.workspace.consentLogs().stream(changes, Sort.by("date"))) {
			return entries.map((entry) -> text(entry.date(), entry.property(), entry.value())).toList();
		}
	}

	private static String text(Instant date, String property, String value) {
		return date + ": " + property + " is " + value;
	}

}
// end::register[]
