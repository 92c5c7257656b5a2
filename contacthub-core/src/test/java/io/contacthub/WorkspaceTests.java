package io.contacthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Workspace}.
 */
@DisplayName("A workspace")
class WorkspaceTests extends WireMockTests {

	@TempDir
	private Path folder;

	@Test
	@DisplayName("S3 S4 S5 is built from its id and a token and has nodes, without any request")
	void hasNodes() {
		Workspace workspace = workspace().build();
		Node node = workspace.node("n1");
		verify(0, anyRequestedFor(anyUrl()));
		assertThat(node.id()).isEqualTo("n1");
		assertThat(node.workspace()).isSameAs(workspace);
		assertThat(node.customers()).isSameAs(node.customers());
		assertThat(workspace).hasToString("Workspace[w1]");
		assertThat(node).hasToString("Node[n1]");
		assertThat(workspace.client()).asString().doesNotContain("t0ken");
		assertThatIllegalArgumentException().isThrownBy(() -> workspace.node(" "))
			.withMessageStartingWith("id of the node is blank");
	}

	@Test
	@DisplayName("S1 S4 S5 S18 S22 reads and writes customers and events of a node, with the id and token given once")
	void servesAllWork() {
		answer(any(anyUrl()), """
				{"id":"x1","elements":[{"id":"x1"}],
				"page":{"size":10,"totalElements":1,"totalPages":1,"number":0}}""");
		Node node = workspace().build().node("n7");
		Customer customer = Customer.builder().id("x1").externalId("e1").build();
		Event event = Event.builder()
			.id("x1")
			.customerId("x1")
			.type(EventType.LOGGED_IN)
			.context(EventContext.WEB)
			.registeredAt(Instant.EPOCH)
			.updatedAt(Instant.EPOCH)
			.build();
		PageRequest page = PageRequest.of(0, 10);
		assertThat(node.customers().findAll(page)).extracting(Customer::id).containsExactly("x1");
		assertThat(node.customers().getById("x1").id()).isEqualTo("x1");
		assertThat(node.customers().insert(customer).id()).isEqualTo("x1");
		assertThat(node.customers().replace(customer).id()).isEqualTo("x1");
		assertThat(node.customers().patch("x1", (change) -> change.set("extra", "x")).id()).isEqualTo("x1");
		node.customers().deleteById("x1");
		assertThat(node.events().find(EventFilter.ofNode(), page)).extracting(Event::id).containsExactly("x1");
		assertThat(node.events().getById("x1").id()).isEqualTo("x1");
		assertThat(node.events().add(event).id()).isEqualTo("x1");
		node.events().replace(event);
		node.events().deleteById("x1");
		List<LoggedRequest> requests = server.findAll(anyRequestedFor(anyUrl()));
		assertThat(requests).extracting((request) -> request.getMethod() + " " + request.getUrl())
			.containsExactly("GET " + WORKSPACE + "/customers?page=0&size=10&nodeId=n7",
					"GET " + WORKSPACE + "/customers/x1", "POST " + WORKSPACE + "/customers",
					"PUT " + WORKSPACE + "/customers/x1", "PATCH " + WORKSPACE + "/customers/x1",
					"DELETE " + WORKSPACE + "/customers/x1", "GET " + WORKSPACE + "/events?page=0&size=10&nodeId=n7",
					"GET " + WORKSPACE + "/events/x1", "POST " + WORKSPACE + "/events",
					"PUT " + WORKSPACE + "/events/x1", "DELETE " + WORKSPACE + "/events/x1");
		assertThat(requests).allSatisfy(
				(request) -> assertThat(request.header("Authorization").values()).containsExactly("Bearer t0ken"));
	}

	@Test
	@DisplayName("S17 has several nodes, each with customers of its own")
	void hasSeveralNodes() {
		Workspace workspace = workspace().build();
		answer(get(WORKSPACE + "/customers?page=0&size=1&nodeId=n2"),
				"{\"elements\":[],\"page\":{\"size\":1,\"totalElements\":0,\"totalPages\":0,\"number\":0}}");
		assertThat(workspace.node("n2").customers().findAll(PageRequest.of(0, 1))).isEmpty();
	}

	@Test
	@DisplayName("S19 S21 comes from a file of the Python SDK, its values taken as they are")
	void readsFile() throws IOException {
		answer(get(WORKSPACE + "/customers/c1"), "{\"id\":\"c1\"}");
		Path file = write("""
				; workspace_id = w0
				# token = old
				workspace_id = w1
				token = 100%%\\sure=%%(x)s
				base_url = %s/hub/v1
				;workspace_id=w2
				  ; token = ; older
				  #base_url = https://example.com
				timeout = 5
				""".formatted(server.baseUrl()));
		assertThat(Workspace.fromIniFile(file).node("n1").customers().findById("c1")).isPresent();
		verify(1, getRequestedFor(urlEqualTo(WORKSPACE + "/customers/c1")).withHeader("Authorization",
				equalTo("Bearer 100%\\sure=%(x)s")));
	}

	@Test
	@DisplayName("S20 S21 comes from a file without an address, with or without a section header")
	void readsFileWithoutAddress() throws IOException {
		Workspace workspace = Workspace.fromIniFile(write("[contacthub]\ntoken=t\nworkspace_id=w1\n"));
		assertThat(workspace.id()).isEqualTo("w1");
		assertThat(workspace.baseUrl()).hasToString("https://api.contactlab.it/hub/v1");
	}

	@Test
	@DisplayName("S14 S21 does not come from a file without id or token")
	void refusesIncompleteFile() throws IOException {
		Path file = write("token = secret\n");
		assertThatIllegalArgumentException().isThrownBy(() -> Workspace.fromIniFile(file))
			.withMessageStartingWith("workspace_id is missing in")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
		assertThatIllegalArgumentException().isThrownBy(() -> Workspace.fromIniFile(write("workspace_id = w1")))
			.withMessageStartingWith("token is missing in");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> Workspace.fromIniFile(this.folder.resolve("none")));
	}

	private Path write(String text) throws IOException {
		return Files.writeString(this.folder.resolve("file.INI"), text);
	}

}
