package io.contacthub.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.contacthub.WireMockTests;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Field;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.contacthub.customer.CustomerFields.CONSENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConsentLogRepository} on the wire.
 */
@DisplayName("The register of consents")
class ConsentLogRepositoryTests extends WireMockTests {

	private static final String LOGS = WORKSPACE + "/consent-logs";

	private static final String ENTRY = """
			{"id":7,"customerId":"c1","date":"2026-01-02T03:04:05.678Z","type":"CONSENT_CHANGED",
			"property":"consents.marketing.automatic.email.status","value":true,"sourceId":"s1","userId":9007199254740993,
			"reason":"x"}""";

	private final ConsentLogRepository logs = this.node.workspace().consentLogs();

	@Test
	@DisplayName("gives an entry, whose ids are numbers and stay so")
	void getById() {
		answer(get(LOGS + "/7"), ENTRY);
		ConsentLog log = this.logs.getById("7");
		verify(1, getRequestedFor(urlEqualTo(LOGS + "/7")).withHeader("Authorization", equalTo("Bearer t0ken")));
		assertThat(log.id()).isEqualTo("7");
		assertThat(log.customerId()).isEqualTo("c1");
		assertThat(log.date()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
		assertThat(log.type()).isEqualTo(ConsentLogType.CONSENT_CHANGED);
		assertThat(log.property()).isEqualTo("consents.marketing.automatic.email.status");
		assertThat(log.value()).isEqualTo("true");
		assertThat(log.sourceId()).isEqualTo("s1");
		assertThat(log.userId()).isEqualTo("9007199254740993");
		assertThat(log.unknown().get("reason")).isEqualTo("x");
		assertThat(ContactHubJson.mapper().readTree(ContactHubJson.mapper().writeValueAsString(log)))
			.isEqualTo(ContactHubJson.mapper().readTree(ENTRY));
	}

	@Test
	@DisplayName("gives an entry that has no more than a day, and any type")
	void dateIsDay() {
		answer(get(LOGS + "/1"), "{\"id\":\"1\",\"date\":\"2026-01-02\",\"type\":\"NEW\"}");
		ConsentLog log = this.logs.getById("1");
		assertThat(log.date()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
		assertThat(log.type()).isEqualTo(ConsentLogType.of("NEW"));
		assertThat(log.toMap()).containsEntry("date", "2026-01-02");
	}

	@Test
	@DisplayName("may not have an entry")
	void findById() {
		server.stubFor(get(urlPathEqualTo(LOGS + "/8")).willReturn(notFound()));
		answer(get(LOGS + "/7"), ENTRY);
		assertThat(this.logs.findById("7")).isPresent();
		assertThat(this.logs.findById("8")).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> this.logs.getById("8"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.logs.findById(".."));
	}

	@Test
	@DisplayName("gives a page of all entries, in an order")
	void findAll() {
		answer(get(urlPathEqualTo(LOGS)), page(0, 1, 1));
		Pageable pageable = PageRequest.of(0, 20, Sort.by("date").descending());
		Page<ConsentLog> page = this.logs.find(ConsentLogFilter.all(), pageable);
		assertThat(page).extracting(ConsentLog::id).containsExactly("7");
		assertThat(page.getTotalElements()).isOne();
		verify(1, getRequestedFor(urlEqualTo(LOGS + "?page=0&size=20&sort=date%2Cdesc")));
	}

	@Test
	@DisplayName("gives the entries that a filter asks for")
	void findSome() {
		answer(get(urlPathEqualTo(LOGS)), page(0, 1, 1));
		ConsentLogFilter filter = ConsentLogFilter.ofCustomer("c 1")
			.withUniqueKey(Map.of("base", Map.of("contacts", List.of("a&b=\"c\""))))
			.withProperty(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS)
			.with((builder) -> builder.startDate(LocalDate.of(2026, 1, 2))
				.endDate(LocalDate.of(2026, 1, 2))
				.type(ConsentLogType.CONSENT_OBJECTED));
		this.logs.find(filter, PageRequest.of(0, 50));
		verify(1,
				getRequestedFor(urlPathEqualTo(LOGS)).withQueryParam("customerId", equalTo("c 1"))
					.withQueryParam("uniqueKey", equalTo("{\"base\":{\"contacts\":[\"a&b=\\\"c\\\"\"]}}"))
					.withQueryParam("startDate", equalTo("2026-01-02"))
					.withQueryParam("endDate", equalTo("2026-01-02"))
					.withQueryParam("type", equalTo("CONSENT_OBJECTED"))
					.withQueryParam("property", equalTo("consents.marketing.automatic.email.status"))
					.withQueryParam("page", equalTo("0"))
					.withQueryParam("size", equalTo("50")));
		assertThat(server.getAllServeEvents().get(0).getRequest().getUrl()).startsWith(LOGS
				+ "?customerId=c%201&uniqueKey=%7B%22base%22%3A%7B%22contacts%22%3A%5B%22a%26b%3D%5C%22c%5C%22%22%5D%7D%7D&");
	}

	@Test
	@DisplayName("is streamed page by page, in an order")
	void stream() {
		answer(get(urlEqualTo(LOGS + "?page=0&size=50&sort=date%2Casc")), page(0, 2, 51));
		answer(get(urlEqualTo(LOGS + "?page=1&size=50&sort=date%2Casc")), page(1, 2, 51));
		assertThat(this.logs.stream(ConsentLogFilter.all(), Sort.by("date"))).hasSize(2);
		answer(get(urlEqualTo(LOGS + "?customerId=c1&page=0&size=50")), page(0, 1, 1));
		assertThat(this.logs.stream(ConsentLogFilter.ofCustomer("c1"))).hasSize(1);
		verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("gives the page that is asked for, whatever page a filter names")
	void pageIsNamedOnce() {
		answer(get(urlPathEqualTo(LOGS)), page(0, 1, 1));
		ConsentLogFilter filter = ConsentLogFilter.all()
			.withUnknown(JsonObject.of("page", 3, "size", 9, "sort", "id,asc"));
		assertThat(this.logs.find(filter, PageRequest.of(0, 50))).hasSize(1);
		verify(1, getRequestedFor(urlEqualTo(LOGS + "?page=0&size=50&sort=id%2Casc")));
		assertThat(this.logs.find(filter, PageRequest.of(0, 50, Sort.by("date")))).hasSize(1);
		verify(1, getRequestedFor(urlEqualTo(LOGS + "?page=0&size=50&sort=date%2Casc")));
	}

	@Test
	@DisplayName("is not asked for what cannot be")
	void filters() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.logs.find(null, PageRequest.of(0, 1)))
			.withMessageContaining("filter is null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.logs.stream(null))
			.withMessageContaining("filter is null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.logs.stream(ConsentLogFilter.all(), null))
			.withMessageContaining("sort is null");
		assertThatIllegalArgumentException().isThrownBy(() -> ConsentLogFilter.all().withProperty((Field<?>) null))
			.withMessageContaining("field is null");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ConsentLogFilter.all().withUniqueKey((Map<String, ?>) null))
			.withMessageContaining("values are null");
		assertThatIllegalArgumentException().isThrownBy(() -> ConsentLogRepository.create(null))
			.withMessageContaining("client is null");
		assertThatIllegalArgumentException().isThrownBy(() -> ConsentLogFilter.ofCustomer(" "))
			.withMessageContaining("customerId is blank");
		assertThatIllegalArgumentException().isThrownBy(() -> ConsentLogFilter.all().withProperty(" "))
			.withMessageContaining("property is blank");
		ConsentLogFilter from = ConsentLogFilter.all().withStartDate(LocalDate.of(2026, 1, 2));
		assertThatIllegalArgumentException().isThrownBy(() -> from.withEndDate(LocalDate.of(2026, 1, 1)))
			.withMessageContaining("endDate is 2026-01-01");
		assertThat(ConsentLogFilter.all().withUniqueKey(Map.of("a", 1)).uniqueKey()).isEqualTo(JsonObject.of("a", 1));
	}

	@Test
	@DisplayName("needs a token of the scope DPO, which the failure says")
	void scopes() {
		server.stubFor(get(urlPathEqualTo(LOGS)).willReturn(jsonResponse("{\"message\":\"no\",\"errors\":[]}", 403)));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> this.logs.find(ConsentLogFilter.all(), PageRequest.of(0, 1)))
			.withMessageContaining("GET /consent-logs failed: status 403")
			.withMessageContaining("DPO");
	}

	private static String page(int number, int pages, int total) {
		return "{\"elements\":[" + ENTRY + "],\"page\":{\"size\":50,\"totalElements\":" + total + ",\"totalPages\":"
				+ pages + ",\"number\":" + number + "}}";
	}

}
