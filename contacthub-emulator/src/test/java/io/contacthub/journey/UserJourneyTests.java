package io.contacthub.journey;

import java.util.LinkedHashMap;
import java.util.Map;

import io.contacthub.Workspace;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.TokenKind;
import io.contacthub.user.GroupInfo;
import io.contacthub.user.NodePermission;
import io.contacthub.user.Permission;
import io.contacthub.user.WorkspaceInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.PermissionDeniedDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What whoever was given a token finds out about it, on the emulator.
 */
@DisplayName("With nothing but a token one can")
class UserJourneyTests {

	private static ContactHubEmulator emulator;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.builder()
			.workspace("italy", "rome", "milan")
			.token("italian", TokenKind.TRUSTED, "italy")
			.token("guest", TokenKind.GUEST)
			.start();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	private static Workspace workspace(String id, String token) {
		return Workspace.builder().id(id).token(token).baseUrl(emulator.baseUrl()).build();
	}

	/**
	 * Ask what a token may do with the nodes of a workspace.
	 */
	private static Map<String, Permission> permissions(Workspace workspace) {
		Map<String, Permission> permissions = new LinkedHashMap<>();
		for (GroupInfo group : workspace.user().groups()) {
			for (WorkspaceInfo seen : group.workspaces()) {
				for (NodePermission node : seen.nodes()) {
					if (workspace.id().equals(seen.id())) {
						permissions.put(node.id(), node.permission());
					}
				}
			}
		}
		return permissions;
	}

	@Test
	@DisplayName("find the nodes that it is for, and use them")
	void findsNodes() {
		Workspace italy = workspace("italy", "italian");
		assertThat(permissions(italy)).containsExactly(Map.entry("rome", Permission.READ_WRITE),
				Map.entry("milan", Permission.READ_WRITE));
		assertThat(permissions(workspace(emulator.workspaceId(), "italian"))).isEmpty();
		permissions(italy).keySet()
			.forEach((node) -> assertThat(
					italy.node(node).customers().insert(Customer.builder().externalId("1").build()).nodeId())
				.isEqualTo(node));
	}

	@Test
	@DisplayName("see that it only reads, and is told which one writes")
	void seesRights() {
		Workspace workspace = workspace(emulator.workspaceId(), "guest");
		assertThat(permissions(workspace)).containsExactly(Map.entry(emulator.nodeId(), Permission.READ));
		assertThat(workspace.node(emulator.nodeId()).customers().count()).isZero();
		Customer customer = Customer.builder().externalId("1").build();
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> workspace.node(emulator.nodeId()).customers().insert(customer))
			.withMessageContaining("status 403")
			.withMessageEndingWith(
					"the operation needs a token with one of the scopes ADMIN, USER, TRUSTED_APPLICATION, "
							+ "UNTRUSTED_APPLICATION");
	}

}
