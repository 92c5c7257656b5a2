package io.contacthub.journey;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import io.contacthub.Workspace;
import io.contacthub.consent.ConsentLog;
import io.contacthub.consent.ConsentLogFilter;
import io.contacthub.consent.ConsentLogRepository;
import io.contacthub.consent.ConsentLogType;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.TokenKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static io.contacthub.customer.CustomerFields.CONSENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a data protection officer reads, on the emulator.
 */
@DisplayName("With the register of consents one can")
class ConsentJourneyTests extends JourneyTests {

	private final ConsentLogRepository logs = node.workspace().consentLogs();

	@Test
	@DisplayName("tell when a customer agreed and withdrew, even when the customer is gone")
	void tellHistory() {
		Customer ann = node.customers()
			.insert(Customer
				.of(Map.of("externalId", "ann", "base", Map.of("contacts", Map.of("email", "ann@example.com")))));
		node.customers().patch(ann.id(), (change) -> change.set(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS, true));
		node.customers().patch(ann.id(), (change) -> change.set(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS, false));
		node.customers().patch(ann.id(), (change) -> change.set(CONSENTS.PROFILING.ONLINE.OBJECTION, true));
		ConsentLogFilter byKey = ConsentLogFilter.all()
			.withUniqueKey(Map.of("base", Map.of("contacts", Map.of("email", "ann@example.com"))));
		assertThat(this.logs.stream(byKey)).hasSize(3);
		node.customers().deleteById(ann.id());
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		ConsentLogFilter filter = ConsentLogFilter.ofCustomer(ann.id())
			.withProperty(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS)
			.with((days) -> days.startDate(today.minusDays(1)).endDate(today.plusDays(1)));
		assertThat(this.logs.stream(filter, Sort.by("date"))).extracting(ConsentLog::value)
			.containsExactly("true", "false");
		ConsentLog last = this.logs.find(filter, PageRequest.of(0, 1, Sort.by("date").descending()))
			.getContent()
			.get(0);
		assertThat(last.type()).isEqualTo(ConsentLogType.CONSENT_CHANGED);
		assertThat(this.logs.getById(last.id())).isEqualTo(last);
		assertThat(this.logs.findById("0")).isEmpty();
		assertThat(
				this.logs.find(ConsentLogFilter.all().withType(ConsentLogType.CONSENT_OBJECTED), PageRequest.of(0, 10)))
			.singleElement()
			.satisfies((log) -> assertThat(log.property()).isEqualTo(CONSENTS.PROFILING.ONLINE.OBJECTION.path()));
	}

	@Test
	@DisplayName("be refused, unless one is a data protection officer")
	void beRefused() {
		try (ContactHubEmulator strict = ContactHubEmulator.builder()
			.token("source", TokenKind.TRUSTED)
			.token("officer", TokenKind.DPO)
			.start()) {
			assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
				.isThrownBy(() -> logs(strict, "source").find(ConsentLogFilter.all(), PageRequest.of(0, 1)))
				.withMessageContaining("DPO");
			assertThat(logs(strict, "officer").find(ConsentLogFilter.all(), PageRequest.of(0, 1))).isEmpty();
		}
	}

	private static ConsentLogRepository logs(ContactHubEmulator target, String token) {
		return Workspace.builder()
			.id(target.workspaceId())
			.token(token)
			.baseUrl(target.baseUrl())
			.build()
			.consentLogs();
	}

}
