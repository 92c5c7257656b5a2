package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * The state of a workspace, with the handlers of the requests that read and change it.
 */
final class EmulatedWorkspace {

	private final ChangeLock lock = new ChangeLock();

	private final CustomerStore customers;

	private final EventStore events;

	private final SessionStore sessions = new SessionStore();

	private final SampleData sampleData;

	private final GeneratedDocuments generatedDocuments;

	private final SeedLoader seedLoader;

	private final List<Route> routes;

	EmulatedWorkspace(EmulatorSettings settings, InstantSource clock) {
		Uniqueness uniqueness = new Uniqueness(settings);
		this.customers = new CustomerStore(new DelayedIndex(settings.indexDelay(), clock), uniqueness);
		this.events = new EventStore(clock);
		CustomerRegistry customerRegistry = new CustomerRegistry(settings, this.customers, uniqueness, clock,
				this.lock);
		SessionRegistry sessionRegistry = new SessionRegistry(this.sessions, this.customers, this.events, this.lock);
		EventCustomers eventCustomers = new EventCustomers(this.customers, customerRegistry, sessionRegistry);
		EventRegistry eventRegistry = new EventRegistry(settings, this.events, eventCustomers, clock, this.lock);
		this.seedLoader = new SeedLoader(settings, this.customers, uniqueness, this.events, this.sessions,
				eventCustomers, clock);
		this.sampleData = new SampleData(settings.nodeId(), customerRegistry, eventRegistry);
		this.generatedDocuments = new GeneratedDocuments(settings, clock);
		List<Route> routes = new ArrayList<>();
		routes.addAll(new CustomerOperations(settings, this.customers, customerRegistry, sessionRegistry,
				new QueryReader(this.events::visibleOfType, settings.guesses()))
			.routes());
		for (ItemKind part : ItemKind.values()) {
			routes.addAll(new ItemOperations(part, this.customers, customerRegistry, settings.guesses()).routes());
		}
		routes.addAll(new SessionOperations(this.sessions, sessionRegistry, this.customers).routes());
		routes.addAll(new SourceOperations(this.customers).routes());
		routes.addAll(new EventOperations(settings, this.events, eventRegistry).routes());
		this.routes = List.copyOf(routes);
	}

	List<Route> routes() {
		return this.routes;
	}

	/**
	 * Return the store of the customers, for those who only read.
	 */
	CustomerStore customers() {
		return this.customers;
	}

	/**
	 * Return the store of the events, for those who only read.
	 */
	EventStore events() {
		return this.events;
	}

	/**
	 * Do something while nobody else changes the workspace.
	 */
	void exclusively(Runnable action) {
		this.lock.run(action);
	}

	void populate(int number) {
		populate((customer, event) -> this.sampleData.make(number, customer, event));
	}

	void populate(int number, long seed) {
		populate((customer, event) -> this.generatedDocuments.make(number, seed, customer, event));
	}

	private void populate(BiConsumer<Consumer<ObjectNode>, Consumer<StoredEvent>> source) {
		this.lock.run(() -> {
			List<ObjectNode> madeCustomers = new ArrayList<>();
			List<StoredEvent> madeEvents = new ArrayList<>();
			source.accept(madeCustomers::add, madeEvents::add);
			this.customers.addAll(madeCustomers);
			this.events.addAll(madeEvents);
		});
	}

	SeedCounts seed(List<SeedDocument> documents) {
		return this.lock.call(() -> this.seedLoader.load(documents));
	}

	JsonLinesExport export() {
		return this.lock.call(() -> new JsonLinesExport(this.customers, this.sessions, this.events));
	}

	/**
	 * Show all changes now, whatever the delays are.
	 */
	void index() {
		this.lock.run(() -> {
			this.customers.catchUp();
			this.events.catchUp();
		});
	}

	void clear() {
		this.lock.run(() -> {
			this.sampleData.clear();
			this.generatedDocuments.clear();
			this.customers.clear();
			this.events.clear();
			this.sessions.clear();
		});
	}

}
