package io.contacthub.emulator;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.jspecify.annotations.Nullable;

/**
 * A ContactHub in memory, reached over HTTP like the real one. It has one workspace with
 * one node and accepts the token of an administrator, unless its builder says otherwise,
 * and forgets everything when it is closed. <pre class="code">{@code
 * try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
 *     Workspace workspace = Workspace.builder().id(emulator.workspaceId())
 *         .token(emulator.token()).baseUrl(emulator.baseUrl()).build();
 *     Node node = workspace.node(emulator.nodeId());
 * }
 * }</pre> Tests of Spring have it by {@code @AutoConfigureContactHubEmulator} of
 * {@code contacthub-test}, applications by {@code contacthub.emulator.enabled}.
 * <p>
 * It serves all operations of the API, and what they tell belongs together: segments and
 * analytics are computed from its customers and events, updates and the consent register
 * are what happened to them, and a configuration that is changed is that of the next
 * request. Wherever the API's behaviour is documented or was seen, status, body and
 * message are the same here; the rest had to be decided, see the package.
 * <p>
 * Behind it is a WireMock server, see {@link #wireMock()}: stubs registered there have
 * priority over the emulator, so that a test can have an operation fail or be slow, and
 * all requests can be verified. The last 10,000 requests are remembered, as long as they
 * fit into 64 MB, with the first 4 KB of each answer.
 */
public final class ContactHubEmulator implements AutoCloseable {

	static final String DEFAULT_TOKEN = "emulator-token-not-a-secret";

	private final String token;

	private final String host;

	private final EmulatedApi api;

	private final EmulatorClock clock;

	private volatile EmulatorSwitches switches;

	private final EmulatorSwitches initialSwitches;

	private final SwitchedFaults faults;

	private final InitialContent initialContent;

	private final @Nullable Path stubs;

	private final RecentRequests requests = new RecentRequests();

	private final EmulatorServer server;

	ContactHubEmulator(EmulatorOptions options) {
		Map<String, TokenRights> tokens = options.tokens();
		this.token = tokens.keySet().iterator().next();
		this.host = hostOf(options.bindAddress);
		this.clock = new EmulatorClock(options.clock);
		this.initialSwitches = options.switches();
		this.switches = this.initialSwitches;
		this.initialContent = new InitialContent(options);
		this.stubs = options.stubs;
		this.api = new EmulatedApi(options.settings(), new Access(tokens), this.clock);
		this.faults = new SwitchedFaults(this::switches, new Random(), System::nanoTime);
		this.server = new EmulatorServer(options.bindAddress, options.port,
				new ApiDoor(this.api::handle, options.acceptRawBrackets, this.faults), this.requests,
				new ControlDoor(controls(), isLocal(options.bindAddress)), options.background);
		this.server.loadStubs(this.stubs);
		this.initialContent.read().accept(this.api);
		this.server.start();
	}

	private List<Route> controls() {
		return Stream
			.of(new ConsolePage().routes(), new ControlOperations(this, this.clock).routes(),
					new SwitchOperations(this).routes(), new SeedOperations(this, this.api).routes(),
					new ConsoleOperations(this.api, this.requests, this.clock).routes())
			.flatMap(List::stream)
			.toList();
	}

	private static boolean isLocal(String bindAddress) {
		return bindAddress.equals("localhost") || bindAddress.startsWith("127.") || bindAddress.equals("::1");
	}

	/**
	 * Return how a client on this machine writes the address: as a number where it is
	 * known, since some look for {@code localhost} in version 6 only.
	 */
	private static String hostOf(String bindAddress) {
		return switch (bindAddress) {
			case "localhost", "0.0.0.0", "::" -> "127.0.0.1";
			default -> (bindAddress.indexOf(':') >= 0) ? "[" + bindAddress + "]" : bindAddress;
		};
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
	public static ContactHubEmulatorBuilder builder() {
		return new ContactHubEmulatorBuilder();
	}

	/**
	 * Return the address of the API, to be configured in the client.
	 * @return the address, without a slash at the end
	 */
	public String baseUrl() {
		return "http://" + this.host + ":" + port() + EmulatedRequest.ROOT;
	}

	/**
	 * Return the address of the page on which people see and change what the emulator
	 * holds.
	 * @return the address
	 */
	public String consoleUrl() {
		return "http://" + this.host + ":" + port() + ControlDoor.ROOT + "/";
	}

	/**
	 * Return the port on which the emulator listens.
	 * @return the port
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Return the id of the workspace, or of the first one.
	 * @return the id
	 */
	public String workspaceId() {
		return workspaces().keySet().iterator().next();
	}

	/**
	 * Return the id of the node, or of the first one of the first workspace.
	 * @return the id
	 */
	public String nodeId() {
		return workspaces().values().iterator().next().get(0);
	}

	/**
	 * Return the token that may do everything.
	 * @return the token
	 */
	public String token() {
		return this.token;
	}

	/**
	 * Return the client of the WireMock server, to register stubs and to verify requests.
	 * @return the client
	 */
	public WireMock wireMock() {
		return this.server.client();
	}

	/**
	 * Return the ids of all nodes as they are now, by the ids of their workspaces.
	 * @return the ids, the first workspace and its first node first
	 */
	public Map<String, List<String>> workspaces() {
		return this.api.nodeIds();
	}

	/**
	 * Go back to how the emulator started: with the customers, data and stubs that its
	 * builder was given and no others, its switches and its clock, and without remembered
	 * requests.
	 */
	public void reset() {
		// what cannot be read any more is to leave everything as it is
		Consumer<EmulatedApi> content = this.initialContent.read();
		this.server.loadStubs(this.stubs);
		this.api.alone(() -> {
			this.server.reset();
			this.server.loadStubs(this.stubs);
			this.switches = this.initialSwitches;
			this.faults.reset();
			this.clock.reset();
			this.api.clear();
			content.accept(this.api);
		});
	}

	/**
	 * Add made-up customers with a few events each to the first node, which can be read
	 * at once. The first customer of an emulator is always the same, and so are the
	 * following ones.
	 * @param customers number of customers to add
	 */
	public void populate(int customers) {
		this.api.workspace(workspaceId()).populate(customers);
	}

	/**
	 * Add customers with their events to the first node, made up by a seed: people of
	 * five countries who visit, read, buy and ask. They are the same for the same seed,
	 * on any machine, and can be read at once. This needs
	 * {@code net.datafaker:datafaker}.
	 * @param customers number of customers to add
	 * @param seed the seed
	 * @throws IllegalArgumentException if Datafaker is missing
	 */
	public void populate(int customers, long seed) {
		this.api.workspace(workspaceId()).populate(customers, seed);
	}

	/**
	 * Bring the lists up to date at once: customers as they are and events that were
	 * accepted can be found without waiting for the delays.
	 */
	public void index() {
		this.api.index();
	}

	/**
	 * Move the clock forward, so that what was delayed for that time can be read.
	 * @param duration the time
	 * @throws IllegalArgumentException if it is negative
	 */
	public void advance(Duration duration) {
		this.clock.advance(duration);
	}

	/**
	 * Return what the emulator does to requests at present.
	 * @return the switches
	 */
	public EmulatorSwitches switches() {
		return this.switches;
	}

	/**
	 * Set what the emulator does to requests from now on, until it is set again or
	 * {@link #reset()}.
	 * @param switches the switches
	 */
	public void switches(EmulatorSwitches switches) {
		this.switches = switches;
	}

	/**
	 * Return how many requests were carried out without an answer since the emulator
	 * started or was {@link #reset()}, as {@link EmulatorSwitches#lostAnswerRate()} has
	 * it: a client that repeats them does once more what has been done.
	 * @return the number
	 */
	public long lostAnswers() {
		return this.faults.lostAnswers();
	}

	/**
	 * Add customers, events and sessions to the first workspace, all of them or none.
	 * They are JSON Lines: one document a line as the API answers it, or a page of them.
	 * A customer has a {@code nodeId}, an event a {@code type} and {@code context}, a
	 * session is <code>{"sessionId":…,"value":…,"customerId":…}</code>. Ids and dates are
	 * kept, and made where there are none. Everything can be read at once.
	 * @param jsonLines the documents, not closed
	 * @throws IllegalArgumentException if a line is not valid, with its number and reason
	 */
	public void seed(Reader jsonLines) {
		seed(workspaceId(), jsonLines);
	}

	/**
	 * Add customers, events and sessions, as {@link #seed(Reader)} does.
	 * @param workspaceId id of the workspace
	 * @param jsonLines the documents, not closed
	 * @throws IllegalArgumentException if there is no such workspace, or if a line is not
	 * valid, with its number and reason
	 */
	public void seed(String workspaceId, Reader jsonLines) {
		seed(workspaceId, SeedReader.read(jsonLines));
	}

	private void seed(String workspaceId, List<SeedDocument> documents) {
		this.api.seed(this.api.workspace(workspaceId), documents);
	}

	/**
	 * Write all customers, sessions and events of the first workspace as JSON Lines, to
	 * be read by {@link #seed(Reader)}.
	 * @param jsonLines where they are written, not closed
	 * @throws IOException if the writer fails
	 */
	public void export(Writer jsonLines) throws IOException {
		export(workspaceId(), jsonLines);
	}

	/**
	 * Write all customers, sessions and events as JSON Lines, as {@link #export(Writer)}
	 * does.
	 * @param workspaceId id of the workspace
	 * @param jsonLines where they are written, not closed
	 * @throws IOException if the writer fails
	 * @throws IllegalArgumentException if there is no such workspace
	 */
	public void export(String workspaceId, Writer jsonLines) throws IOException {
		this.api.workspace(workspaceId).export().write(jsonLines);
	}

	/**
	 * Return whether the server listens, which it does until it is closed, or shut down
	 * through the administration of WireMock.
	 * @return true if it does
	 */
	public boolean isRunning() {
		return this.server.isRunning();
	}

	/**
	 * Stop the server. The state is gone then.
	 */
	@Override
	public void close() {
		this.server.stop();
	}

}
