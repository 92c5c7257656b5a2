package io.contacthub.emulator;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for an emulator with several workspaces and nodes.
 */
@DisplayName("On an emulator with several workspaces and nodes,")
class WorkspaceTests {

	private static ContactHubEmulator emulator;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.builder()
			.workspaceId("main")
			.nodeId("shop")
			.nodes("outlet", "shop")
			.workspace("italy", "shop", "bottega")
			.start();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@Test
	@DisplayName("all of them can be asked for, the first ones first")
	void workspacesAreKnown() {
		assertThat(emulator.workspaces()).containsExactly(entry("main", List.of("shop", "outlet")),
				entry("italy", List.of("shop", "bottega")));
		assertThat(emulator.workspaceId()).isEqualTo("main");
		assertThat(emulator.nodeId()).isEqualTo("shop");
	}

	@Test
	@DisplayName("each workspace has customers, events and rules of its own")
	void workspacesAreSeparate() {
		ApiClient main = client("main");
		ApiClient italy = client("italy");
		String customer = "{'nodeId':'shop','externalId':'1','base':{'contacts':{'email':'ann@example.com'}}}";
		String id = main.post("/customers", customer).id();
		assertThat(italy.get("/customers/" + id).status()).isEqualTo(404);
		assertThat(italy.post("/customers", customer).status()).isEqualTo(201);
		assertThat(main.post("/customers", customer).status()).isEqualTo(409);
		assertThat(main.post("/customers", customer).at("/data/customer/href").stringValue())
			.isEqualTo(emulator.baseUrl() + "/workspaces/main/customers/" + id);
	}

	@Test
	@DisplayName("each node of a workspace has its own customers")
	void nodesAreSeparate() {
		ApiClient main = client("main");
		String customer = "{'nodeId':'%s','base':{'contacts':{'email':'bob@example.com'}}}";
		assertThat(main.post("/customers", customer.formatted("outlet")).status()).isEqualTo(201);
		assertThat(main.post("/customers", customer.formatted("shop")).status()).isEqualTo(201);
		assertThat(main.post("/customers", customer.formatted("outlet")).status()).isEqualTo(409);
		assertThat(main.get("/customers", "nodeId", "outlet").at("/page/totalElements").intValue()).isOne();
		assertThat(main.post("/customers", customer.formatted("bottega")).at("/message").stringValue())
			.isEqualTo("node not found bottega");
	}

	@Test
	@DisplayName("the caller sees all of them")
	void callerSeesAll() {
		assertThat(new ApiClient(emulator.baseUrl(), emulator.token()).get("/me").json().findValues("permission"))
			.hasSize(4);
	}

	@Test
	@DisplayName("a workspace without a node, or of the first one's id, is refused")
	void unusableWorkspaceIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ContactHubEmulator.builder().workspace("italy"))
			.withMessageContaining("italy");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ContactHubEmulator.builder().workspace("italy", "a").workspace("italy", "b"))
			.withMessageContaining("italy");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ContactHubEmulator.builder().workspaceId("w").workspace("w", "n").start())
			.withMessageContaining("w");
	}

	private static ApiClient client(String workspaceId) {
		return new ApiClient(emulator.baseUrl() + "/workspaces/" + workspaceId, emulator.token());
	}

}
