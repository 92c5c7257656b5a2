package io.contacthub.emulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.global.GlobalSettings;

/**
 * A ContactHub in memory, reached over HTTP like the real one. It has one workspace with
 * one node, accepts one token and forgets everything when it is closed.
 * <p>
 * It knows customers with their educations, jobs, likes, subscriptions, sessions and
 * sources, events, and the query language. Segments, configuration, models and analytics
 * are routes that it does not have. Wherever the API's behaviour is documented or was
 * seen, status, body and message are the same here; the rest had to be decided, see the
 * package.
 * <p>
 * Behind it is a WireMock server, see {@link #wireMock()}: stubs registered there have
 * priority over the emulator, so that a test can have an operation fail or be slow, and
 * all requests can be verified. The last 10,000 requests are remembered.
 */
public final class ContactHubEmulator implements AutoCloseable {

	private static final int REMEMBERED_REQUESTS = 10_000;

	private static final int THREADS = 64;

	private final EmulatorSettings settings;

	private final EmulatedWorkspace workspace;

	private final WireMockServer server;

	private final WireMock wireMock;

	private ContactHubEmulator(EmulatorSettings settings, InstantSource clock, int port) {
		this.settings = settings;
		this.workspace = new EmulatedWorkspace(settings, clock);
		this.server = new WireMockServer(WireMockConfiguration.options()
			.bindAddress("localhost")
			.port(port)
			.mappingSource(new EmulatorStub())
			.extensions(new EmulatorTransformer(this.workspace))
			.notifier(new LoggingNotifier())
			.containerThreads(THREADS)
			.maxRequestJournalEntries(REMEMBERED_REQUESTS)
			// clients that offer an upgrade to HTTP/2 break on a POST
			.http2PlainDisabled(true)
			// an answer of known length goes out in one piece and without delay
			.useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
			.gzipDisabled(true));
		this.server.start();
		this.wireMock = new WireMock(this.server);
	}

	/**
	 * Start an emulator on a free port with the settings of {@link #builder()}.
	 * @return the running emulator
	 */
	public static ContactHubEmulator start() {
		return builder().start();
	}

	/**
	 * Prepare an emulator.
	 * @return a builder with default settings
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the address of the API, to be configured in the client.
	 * @return the address, without a slash at the end
	 */
	public String baseUrl() {
		return "http://localhost:" + port() + EmulatedRequest.ROOT;
	}

	/**
	 * Return the port on which the emulator listens.
	 * @return the port
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Return the id of the workspace.
	 * @return the id
	 */
	public String workspaceId() {
		return this.settings.workspaceId();
	}

	/**
	 * Return the id of the node.
	 * @return the id
	 */
	public String nodeId() {
		return this.settings.nodeId();
	}

	/**
	 * Return the token that is accepted.
	 * @return the token
	 */
	public String token() {
		return this.settings.token();
	}

	/**
	 * Return the client of the WireMock server, to register stubs and to verify requests.
	 * @return the client
	 */
	public WireMock wireMock() {
		return this.wireMock;
	}

	/**
	 * Go back to an empty workspace without stubs and without remembered requests.
	 */
	public void reset() {
		this.server.resetAll();
		this.server.updateGlobalSettings(GlobalSettings.defaults());
		this.workspace.clear();
	}

	/**
	 * Add made-up customers with a few events each, which can be read at once. The first
	 * customer of an emulator is always the same, and so are the following ones.
	 * @param customers number of customers to add
	 */
	public void populate(int customers) {
		this.workspace.populate(customers);
	}

	/**
	 * Stop the server. The state is gone then.
	 */
	@Override
	public void close() {
		this.server.stop();
	}

	/**
	 * Builder of an emulator.
	 */
	public static final class Builder {

		private int port;

		private String workspaceId = "5ec5b0a4-6a1c-4a36-9a38-6b1d6a1d7f00";

		private String nodeId = "854f0791-c120-4e4a-9264-6dd197cb922c";

		private String token = "emulator-token-not-a-secret";

		private UniquenessPolicy uniquenessPolicy = UniquenessPolicy.BLOCK;

		private List<String> uniqueProperties = List.of("base.contacts.email");

		private boolean requireUniqueProperties;

		private Set<String> eventTypes = Set.of();

		private Duration eventDelay = Duration.ZERO;

		private Duration indexDelay = Duration.ZERO;

		private InstantSource clock = InstantSource.system();

		private Builder() {
		}

		/**
		 * Set the port to listen on, a free one by default.
		 * @param port the port, 0 for a free one
		 * @return this builder
		 */
		public Builder port(int port) {
			this.port = port;
			return this;
		}

		/**
		 * Set the id of the workspace.
		 * @param workspaceId the id
		 * @return this builder
		 */
		public Builder workspaceId(String workspaceId) {
			this.workspaceId = workspaceId;
			return this;
		}

		/**
		 * Set the id of the node.
		 * @param nodeId the id
		 * @return this builder
		 */
		public Builder nodeId(String nodeId) {
			this.nodeId = nodeId;
			return this;
		}

		/**
		 * Set the token that is accepted.
		 * @param token the token
		 * @return this builder
		 */
		public Builder token(String token) {
			this.token = token;
			return this;
		}

		/**
		 * Set what happens to a customer that equals another one,
		 * {@link UniquenessPolicy#BLOCK} by default.
		 * @param uniquenessPolicy the policy
		 * @return this builder
		 */
		public Builder uniquenessPolicy(UniquenessPolicy uniquenessPolicy) {
			this.uniquenessPolicy = uniquenessPolicy;
			return this;
		}

		/**
		 * Set the properties that make customers equal when they are all the same. As in
		 * a workspace where they are configured, a customer without one of them is
		 * refused unless the policy is {@link UniquenessPolicy#NO_CHECK}. By default it
		 * is the e-mail address, and customers may have none.
		 * @param uniqueProperties paths such as {@code base.contacts.email} and
		 * {@code externalId}
		 * @return this builder
		 */
		public Builder uniqueProperties(String... uniqueProperties) {
			this.uniqueProperties = List.of(uniqueProperties);
			this.requireUniqueProperties = true;
			return this;
		}

		/**
		 * Set the types of events that the workspace defines itself. Their properties are
		 * free; other types than these and those of ContactHub are refused.
		 * @param eventTypes the types
		 * @return this builder
		 */
		public Builder eventTypes(String... eventTypes) {
			this.eventTypes = Set.of(eventTypes);
			return this;
		}

		/**
		 * Set the time after which an accepted event can be read. None by default, about
		 * 30 seconds in reality.
		 * @param eventDelay the time
		 * @return this builder
		 */
		public Builder eventDelay(Duration eventDelay) {
			this.eventDelay = eventDelay;
			return this;
		}

		/**
		 * Set the time after which lists and queries show a change of a customer. None by
		 * default, about 30 seconds in reality.
		 * @param indexDelay the time
		 * @return this builder
		 */
		public Builder indexDelay(Duration indexDelay) {
			this.indexDelay = indexDelay;
			return this;
		}

		/**
		 * Set the clock, that of the machine by default.
		 * @param clock the clock
		 * @return this builder
		 */
		Builder clock(InstantSource clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Start the emulator.
		 * @return the running emulator
		 */
		public ContactHubEmulator start() {
			return new ContactHubEmulator(new EmulatorSettings(this.workspaceId, this.nodeId, this.token,
					this.uniquenessPolicy, this.uniqueProperties, this.requireUniqueProperties, this.eventTypes,
					this.eventDelay, this.indexDelay), this.clock, this.port);
		}

	}

}
