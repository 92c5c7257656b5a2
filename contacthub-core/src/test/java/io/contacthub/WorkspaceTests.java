package io.contacthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.domain.PageRequest;

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
		Workspace workspace = Workspace.builder().id("w1").token("t0ken").build();
		Node node = workspace.node("n1");
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
				; a comment
				workspace_id = w1
				token = 100%%\\sure=%%(x)s
				base_url = %s/hub/v1
				""".formatted(server.baseUrl()));
		Workspace.fromIniFile(file).node("n1").customers().findById("c1");
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
