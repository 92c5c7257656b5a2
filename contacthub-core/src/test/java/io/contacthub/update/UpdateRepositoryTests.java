package io.contacthub.update;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;

import io.contacthub.WireMockTests;
import io.contacthub.client.UnusableAnswerException;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link UpdateRepository} on the wire.
 */
@DisplayName("The updates of a workspace")
class UpdateRepositoryTests extends WireMockTests {

	private static final String UPDATES = WORKSPACE + "/updates";

	private static final String LAST = UPDATES + "/last-offset";

	private static final long FAR = 1L << 40;

	private final UpdateRepository updates = this.node.workspace().updates();

	@Test
	@DisplayName("end at an offset, which need not fit an int")
	void lastOffset() {
		answer(get(LAST), "{\"lastOffset\":" + FAR + "}");
		assertThat(this.updates.lastOffset()).isEqualTo(OptionalLong.of(FAR));
		verify(1, getRequestedFor(urlEqualTo(LAST)).withHeader("Authorization", equalTo("Bearer t0ken")));
	}

	@Test
	@DisplayName("end at an offset by node and kind, wherever they are said to begin")
	void lastOffsetOfSome() {
		answer(get(urlPathEqualTo(LAST)), "{\"lastOffset\":0}");
		UpdateFilter filter = UpdateFilter.after(7)
			.with((changed) -> changed.timestamp(8L).nodeId("n 1").entity(EntityType.EVENT));
		assertThat(this.updates.lastOffset(filter)).hasValue(0);
		verify(1, getRequestedFor(urlEqualTo(LAST + "?nodeId=n%201&entity=EVENT")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"lastOffset\":null}", "{\"lastOffset\":-1}" })
	@DisplayName("end at no offset when ContactHub tells none")
	void lastOffsetIsMissing(String json) {
		answer(get(LAST), json);
		assertThat(this.updates.lastOffset()).isEmpty();
	}

	@Test
	@DisplayName("come page by page, behind an offset")
	void find() {
		answer(get(urlPathEqualTo(UPDATES)), """
				{"nextOffset":12,"updates":[
				{"operation":"CREATE","entity":{"type":"CUSTOMER","data":{"id":"c1","base":{"firstName":"Ann"}}}},
				{"operation":"UPDATE","entity":{"type":"EVENT","data":{"id":"e1","customerId":"c1","type":"viewedPage",
				"context":"WEB","properties":{"url":"https://example.com","new":1}}}},
				{"operation":"DELETE","entity":{"type":"CUSTOMER","data":{"id":"c1"}}},
				{"operation":"ARCHIVE","entity":{"type":"ORDER","data":{"id":1}},"at":1}]}""");
		UpdatePage page = this.updates.find(UpdateFilter.after(5), 4);
		verify(1, getRequestedFor(urlEqualTo(UPDATES + "?offset=5&size=4")));
		assertThat(page.nextOffset()).isEqualTo(12);
		assertThat(page.updates()).hasSize(4);
		Update created = page.updates().get(0);
		assertThat(created.is(UpdateOperation.CREATE)).isTrue();
		assertThat(created.is(UpdateOperation.UPDATE)).isFalse();
		assertThat(created.customer().orElseThrow().base().firstName()).isEqualTo("Ann");
		assertThat(created.event()).isEmpty();
		Update event = page.updates().get(1);
		assertThat(event.customer()).isEmpty();
		assertThat(event.event().orElseThrow().type()).isEqualTo(EventType.VIEWED_PAGE);
		assertThat(event.event().orElseThrow().properties()).isInstanceOfSatisfying(ViewedPage.class, (viewed) -> {
			assertThat(viewed.url()).isEqualTo("https://example.com");
			assertThat(viewed.unknown()).isEqualTo(JsonObject.of("new", 1));
		});
		Update deleted = page.updates().get(2);
		assertThat(deleted.is(UpdateOperation.DELETE)).isTrue();
		assertThat(deleted.entity().id()).isEqualTo("c1");
		assertThat(deleted.customer().orElseThrow().id()).isEqualTo("c1");
		Update other = page.updates().get(3);
		assertThat(other.operation()).isEqualTo(UpdateOperation.of("ARCHIVE"));
		assertThat(other.entity().type()).isEqualTo(EntityType.of("ORDER"));
		assertThat(other.entity().id()).isNull();
		assertThat(other.customer()).isEmpty();
		assertThat(other.event()).isEmpty();
		assertThat(other.unknown()).isEqualTo(JsonObject.of("at", 1));
	}

	@Test
	@DisplayName("come by time, node and kind")
	void findSince() {
		answer(get(urlPathEqualTo(UPDATES)), "{\"nextOffset\":" + FAR + ",\"updates\":[]}");
		Instant time = Instant.parse("2026-01-02T03:04:05.678Z");
		UpdateFilter filter = UpdateFilter.since(time)
			.with((changed) -> changed.nodeId("n1").entity(EntityType.CUSTOMER));
		UpdatePage page = this.updates.find(filter, 4000);
		assertThat(page).isEqualTo(new UpdatePage(List.of(), FAR));
		verify(1,
				getRequestedFor(urlEqualTo(UPDATES + "?timestamp=1767323045678&nodeId=n1&entity=CUSTOMER&size=4000")));
		this.updates.find(filter.withOffset(FAR), 1);
		verify(1, getRequestedFor(urlEqualTo(UPDATES + "?offset=1099511627776&nodeId=n1&entity=CUSTOMER&size=1")));
		this.updates.find(UpdateFilter.fromBeginning().withUnknown(JsonObject.of("later", "x y")), 1);
		verify(1, getRequestedFor(urlEqualTo(UPDATES + "?later=x%20y&size=1")));
		this.updates.find(UpdateFilter.after(1).withUnknown(JsonObject.of("size", 9)), 2);
		verify(1, getRequestedFor(urlEqualTo(UPDATES + "?offset=1&size=2")));
	}

	@Test
	@DisplayName("are asked for by times of all types that are points in time")
	void times() {
		UpdateFilter midnight = UpdateFilter.builder().timestamp(1767312000000L).build();
		assertThat(UpdateFilter.since(LocalDate.of(2026, 1, 2))).isEqualTo(midnight);
		assertThat(UpdateFilter.since("2026-01-02")).isEqualTo(midnight);
		assertThat(UpdateFilter.since("2026-01-02T01:00:00+01:00")).isEqualTo(midnight);
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateFilter.since(LocalDateTime.of(2026, 1, 2, 0, 0)))
			.withMessageContaining("'time'");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateFilter.since("yesterday"));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 4001 })
	@DisplayName("are refused in pages of a size that ContactHub does not give")
	void sizes(int size) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.updates.find(UpdateFilter.after(1), size))
			.withMessageContaining("size is " + size);
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("are refused behind a negative offset, of a node without an id, and for null")
	void filters() {
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateFilter.since((String) null))
			.withMessageContaining("time is null");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateFilter.since((LocalDate) null))
			.withMessageContaining("time is null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.updates.lastOffset(null))
			.withMessageContaining("filter is null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.updates.find(null, 1))
			.withMessageContaining("filter is null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.updates.stream(null))
			.withMessageContaining("filter is null");
		assertThatIllegalArgumentException().isThrownBy(() -> Update.builder().build().is(null))
			.withMessageContaining("operation is null");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateRepository.create(null))
			.withMessageContaining("client is null");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateFilter.after(-1))
			.withMessageContaining("offset is -1");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateFilter.after(1).withNodeId(" "))
			.withMessageContaining("nodeId is blank");
	}

	@Test
	@DisplayName("can be gone on with from a filter that was stored as JSON")
	void filterIsKept() {
		UpdateFilter filter = UpdateFilter.after(FAR).with((next) -> next.nodeId("n1").entity(EntityType.EVENT));
		String json = ContactHubJson.mapper().writeValueAsString(filter);
		assertThat(json).isEqualTo("{\"offset\":1099511627776,\"nodeId\":\"n1\",\"entity\":\"EVENT\"}");
		assertThat(ContactHubJson.mapper().readValue(json, UpdateFilter.class)).isEqualTo(filter);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"nextOffset\":1}", "{\"updates\":null}", "{\"updates\":[null]}",
			"{\"updates\":[1]}", "{\"nextOffset\":\"x\",\"updates\":[]}" })
	@DisplayName("are a failure when the answer is no page of updates")
	void noPage(String json) {
		answer(get(urlPathEqualTo(UPDATES)), json);
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.updates.find(UpdateFilter.after(1), 1))
			.withMessageContaining("GET /updates failed");
	}

	@Test
	@DisplayName("are named when a page misses them")
	void pageWithoutUpdates() {
		assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(() -> new UpdatePage(null, 1L))
			.withMessage("it has no 'updates'");
	}

	@Test
	@DisplayName("need a token of another kind than a source has, which the failure says")
	void scopes() {
		server.stubFor(get(LAST).willReturn(jsonResponse("{\"message\":\"no\",\"errors\":[]}", 403)));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(() -> this.updates.lastOffset())
			.withMessageContaining("GET /updates/last-offset failed: status 403")
			.withMessageContainingAll("ADMIN", "USER", "PLATFORM_UPDATES");
	}

}
