package io.contacthub.user;

import java.util.List;
import java.util.Map;

import io.contacthub.WireMockTests;
import io.contacthub.Workspace;
import io.contacthub.json.JsonObject;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
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
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link UserInfo}.
 */
@DisplayName("Whom a token belongs to")
class UserInfoTests extends WireMockTests {

	private static final String ME = """
			{"id":4711,"name":"Ann","surname":"Rossi","since":"2017","groups":[{"id":"g1","name":"shops","workspaces":[
			{"id":"w1","name":"Shop","nodes":[{"id":"n1","permission":"RW"},{"id":"n2","permission":"X"},{"id":"n3"}]}]}]}""";

	private final Workspace workspace = this.node.workspace();

	@Test
	@DisplayName("is read outside of the workspace, and nothing of it is lost")
	void isRead() {
		answer(get("/hub/v1/me"), ME);
		UserInfo user = this.workspace.user();
		verify(1, getRequestedFor(urlEqualTo("/hub/v1/me")).withHeader("Authorization", equalTo("Bearer t0ken")));
		verify(1, anyRequestedFor(anyUrl()));
		assertThat(user.id()).isEqualTo("4711");
		assertThat(user.name()).isEqualTo("Ann");
		assertThat(user.surname()).isEqualTo("Rossi");
		GroupInfo group = user.groups().get(0);
		assertThat(group).extracting(GroupInfo::id, GroupInfo::name).containsExactly("g1", "shops");
		WorkspaceInfo seen = group.workspaces().get(0);
		assertThat(seen).extracting(WorkspaceInfo::id, WorkspaceInfo::name).containsExactly("w1", "Shop");
		assertThat(seen.nodes()).extracting(NodePermission::id).containsExactly("n1", "n2", "n3");
		assertThat(seen.nodes()).extracting(NodePermission::permission)
			.containsExactly(Permission.READ_WRITE, Permission.of("X"), null);
		assertThat(user.toMap()).containsEntry("id", 4711).containsEntry("since", "2017");
		assertThat(user).hasToString("UserInfo[id=4711, 5 members]");
		assertThat(this.workspace.user()).isEqualTo(user);
		verify(2, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/hub/v1", "/hub/v1/", "/hub/v1/workspaces", "/hub/v1/workspaces/w1", "/gateway/hub" })
	@DisplayName("is read wherever the API is")
	void isReadAnywhere(String path) {
		String base = path.startsWith("/gateway") ? path : "/hub/v1";
		answer(get(base + "/me"), ME);
		assertThat(workspace().baseUrl(server.baseUrl() + path).build().user().name()).isEqualTo("Ann");
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is read below a path beyond ASCII too, as the workspace is")
	void isReadBelowAnyPath() {
		answer(get("/m%C3%BCnchen/v1/me"), ME);
		assertThat(workspace().baseUrl(server.baseUrl() + "/m\u00FCnchen/v1").build().user().name()).isEqualTo("Ann");
	}

	@Test
	@DisplayName("is an operation like all others when it fails")
	void fails() {
		server.stubFor(get("/hub/v1/me").willReturn(status(403)));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(this.workspace::user)
			.withMessage("GET /me failed: status 403; the operation needs a token with one of the scopes ADMIN, USER, "
					+ "GUEST, TRUSTED_APPLICATION, UNTRUSTED_APPLICATION, PLATFORM_UPDATES");
		server.stubFor(get("/hub/v1/me").willReturn(status(503)));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(this.workspace::user)
			.withMessageStartingWith("GET /me failed after 3 attempts: status 503");
		server.stubFor(get("/hub/v1/me").willReturn(okJson("[]")));
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(this.workspace::user);
	}

	@Test
	@DisplayName("is observed like all others, again and again")
	void isObserved() {
		answer(get("/hub/v1/me"), ME);
		answer(get(WORKSPACE + "/customers/c1"), "{}");
		TestObservationRegistry observations = TestObservationRegistry.create();
		Workspace observed = workspace().client((client) -> client.observationRegistry(observations)).build();
		for (int i = 0; i < 2; i++) {
			observed.user();
			observed.node("n1").customers().getById("c1");
		}
		TestObservationRegistryAssert.assertThat(observations)
			.hasNumberOfObservationsWithNameEqualTo("contacthub.calls", 4)
			.hasAnObservationWithAKeyValue("operation", "GET /me")
			.hasAnObservationWithAKeyValue("uri", "/hub/v1/me")
			.hasAnObservationWithAKeyValue("http.url", server.baseUrl() + "/hub/v1/me")
			.hasAnObservationWithAKeyValue("uri", "/hub/v1/workspaces/{workspaceId}/customers/{id}");
	}

	@Test
	@DisplayName("is not read without a transport")
	void needsClient() {
		assertThatIllegalArgumentException().isThrownBy(() -> UserInfo.read(null))
			.withMessage("client is null: give the transport to the workspace");
	}

	@Test
	@DisplayName("is made up for tests of applications")
	void isBuilt() {
		UserInfo user = UserInfo.builder()
			.id("1")
			.groups(List.of(GroupInfo.builder()
				.workspaces(List.of(WorkspaceInfo.builder()
					.nodes(List.of(NodePermission.builder().id("n1").permission(Permission.READ).build()))
					.build()))
				.build()))
			.build();
		assertThat(user.toMap()).isEqualTo(Map.of("id", "1", "groups", List
			.of(Map.of("workspaces", List.of(Map.of("nodes", List.of(Map.of("id", "n1", "permission", "R"))))))));
		assertThat(user.unknown()).isEqualTo(JsonObject.of());
	}

}
