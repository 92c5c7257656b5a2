package io.contacthub.samples.desk.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.contacthub.Workspace;
import io.contacthub.consent.ConsentLog;
import io.contacthub.consent.ConsentLogFilter;
import io.contacthub.consent.ConsentLogRepository;
import io.contacthub.samples.desk.failure.TroubleLog;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Who changed the consents of a customer, and when. Few tokens may read the register of
 * consents: without it, the page has the consents all the same.
 */
@Component
class ConsentHistory {

	private static final PageRequest NEWEST = PageRequest.of(0, 50, Sort.by("date").descending());

	private final ConsentLogRepository register;

	private final SourceNames sources;

	ConsentHistory(Workspace workspace, SourceNames sources) {
		this.register = workspace.consentLogs();
		this.sources = sources;
	}

	void show(String customerId, Model model) {
		try {
			List<ConsentLog> logs = this.register.find(ConsentLogFilter.ofCustomer(customerId), NEWEST).getContent();
			Map<String, Change> last = logs.stream()
				.filter((log) -> log.property() != null && log.date() != null)
				.collect(Collectors.toMap(ConsentLog::property,
						(log) -> new Change(log.date(), writer(log), log.userId() == null), (newer, older) -> newer));
			model.addAttribute("history", last);
		}
		catch (DataAccessException ex) {
			model.addAttribute("historyTrouble", TroubleLog.note(ex));
		}
	}

	private String writer(ConsentLog log) {
		if (log.userId() != null) {
			return log.userId();
		}
		return (log.sourceId() != null) ? this.sources.of(log.sourceId()) : "–";
	}

	/**
	 * The last change of a consent.
	 *
	 * @param date when it was changed
	 * @param by who changed it
	 * @param source whether that is a source, which may be a program for many people
	 */
	record Change(Instant date, String by, boolean source) {

	}

}
