package io.contacthub;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.contacthub.analytics.Analytics;
import io.contacthub.client.ContactHubClient;
import io.contacthub.configuration.WorkspaceConfiguration;
import io.contacthub.consent.ConsentLogRepository;
import io.contacthub.model.ModelRepository;
import io.contacthub.segment.SegmentRepository;
import io.contacthub.update.UpdateRepository;
import io.contacthub.user.UserInfo;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * A workspace of ContactHub: the way to everything that it has. With the starter of
 * Spring Boot it is a bean, and without it, it is built: <pre class="code">{@code
 * Workspace workspace = Workspace.builder().id("…").token("…").build();
 * Node node = workspace.node("…");
 * Optional<Customer> customer = node.customers().findByExternalId("17");
 * }</pre>
 * <p>
 * Safe for use by many threads. No request is made when it is built, and there is nothing
 * to be closed.
 */
public interface Workspace {

	/**
	 * Start a workspace.
	 * @return a builder
	 */
	static Builder builder() {
		return new Builder();
	}

	/**
	 * Return a workspace whose id and token are in a file of lines such as
	 * {@code workspace_id = …}, {@code token = …} and, if need be, {@code base_url = …}.
	 * Section headers and comments that begin with {@code #} or {@code ;} are skipped;
	 * values are taken as they are.
	 * @param file the file, in UTF-8
	 * @return the workspace
	 * @throws IllegalArgumentException when the id or the token is missing
	 * @throws UncheckedIOException when the file cannot be read
	 */
	static Workspace fromIniFile(Path file) {
		return builder().iniFile(file).build();
	}

	/**
	 * Return the id of the workspace.
	 * @return the id
	 */
	String id();

	/**
	 * Return the address of ContactHub.
	 * @return the address, without {@code /workspaces} and without a slash at its end
	 */
	URI baseUrl();

	/**
	 * Return the transport, for operations that this library has no method for.
	 * @return the client
	 */
	ContactHubClient client();

	/**
	 * Return a node of the workspace. No request is made: whether there is such a node
	 * shows when it is used.
	 * @param id the id of the node
	 * @return the node
	 */
	Node node(String id);

	/**
	 * Return the segments of the workspace. No request is made.
	 * @return their repository
	 */
	default SegmentRepository segments() {
		return SegmentRepository.create(client());
	}

	/**
	 * Return what has changed in the workspace. No request is made.
	 * @return the updates
	 */
	default UpdateRepository updates() {
		return UpdateRepository.create(client());
	}

	/**
	 * Return the register of consents of the workspace. No request is made.
	 * @return the register
	 */
	default ConsentLogRepository consentLogs() {
		return ConsentLogRepository.create(client());
	}

	/**
	 * Return the models of the workspace. No request is made.
	 * @return the models
	 */
	default ModelRepository models() {
		return ModelRepository.create(client());
	}

	/**
	 * Return the configuration of the workspace, in its parts. No request is made.
	 * @return the configuration
	 */
	default WorkspaceConfiguration configuration() {
		return WorkspaceConfiguration.create(client());
	}

	/**
	 * Return the analytics of the workspace, of any of its nodes. No request is made.
	 * @return the analytics
	 */
	default Analytics analytics() {
		return Analytics.create(client());
	}

	/**
	 * Return whom the token belongs to, and what they may see; {@code GET /me}, with each
	 * call. A token of any scope but DPO will do: ADMIN, USER, GUEST,
	 * TRUSTED_APPLICATION, UNTRUSTED_APPLICATION or PLATFORM_UPDATES.
	 * @return the user
	 */
	default UserInfo user() {
		return UserInfo.read(client());
	}

	/**
	 * Builder of a {@link Workspace}. The id and the token are required.
	 */
	final class Builder {

		private final ContactHubClient.Builder client = ContactHubClient.builder();

		private Builder() {
		}

		/**
		 * Set the id, the token and, if it is there, the address from a file, as
		 * {@link Workspace#fromIniFile(Path)}; all other settings stay to be made.
		 * @param file the file, in UTF-8
		 * @return this builder
		 * @throws IllegalArgumentException when the id or the token is missing
		 * @throws UncheckedIOException when the file cannot be read
		 */
		public Builder iniFile(Path file) {
			Assert.notNull(file, "file is null: give the path of the INI file");
			Map<String, String> values = IniFile.read(file);
			for (String name : List.of("workspace_id", "token")) {
				Assert.isTrue(StringUtils.hasText(values.get(name)),
						() -> name + " is missing in " + file + ": add the line '" + name + " = ...'");
			}
			id(String.valueOf(values.get("workspace_id"))).token(String.valueOf(values.get("token")));
			String baseUrl = values.get("base_url");
			return StringUtils.hasText(baseUrl) ? baseUrl(baseUrl) : this;
		}

		/**
		 * Set the id.
		 * @param id the id of the workspace
		 * @return this builder
		 */
		public Builder id(String id) {
			this.client.workspaceId(id);
			return this;
		}

		/**
		 * Set the token.
		 * @param token the token of a source of the workspace
		 * @return this builder
		 * @throws IllegalArgumentException when the token is blank
		 */
		public Builder token(String token) {
			this.client.token(token);
			return this;
		}

		/**
		 * Set the address of ContactHub; without it,
		 * {@value ContactHubClient#DEFAULT_BASE_URL}.
		 * @param baseUrl an https address; {@code /hub/v1} is added to one without a
		 * path, and a slash, {@code /workspaces} or {@code /workspaces/} and the id of
		 * the workspace at its end make no difference
		 * @return this builder
		 */
		public Builder baseUrl(String baseUrl) {
			this.client.baseUrl(baseUrl);
			return this;
		}

		/**
		 * Set anything else of the transport.
		 * @param customizer changes the builder of the client
		 * @return this builder
		 */
		public Builder client(Consumer<ContactHubClient.Builder> customizer) {
			Assert.notNull(customizer, "customizer is null: give the changes of the client");
			customizer.accept(this.client);
			return this;
		}

		/**
		 * Build the workspace; no request is made.
		 * @return the workspace
		 * @throws IllegalArgumentException when the id or the token is missing or the
		 * address is malformed or insecure
		 */
		public Workspace build() {
			return new DefaultWorkspace(this.client.build());
		}

	}

}
