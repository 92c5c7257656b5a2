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

	private final ConfigurationStore configuration;

	private final CustomerStore customers;

	private final EventStore events;

	private final SessionStore sessions = new SessionStore();

	private final SampleData sampleData;

	private final GeneratedDocuments generatedDocuments;

	private final SeedLoader seedLoader;

	private final List<EmulatedResource> resources = new ArrayList<>();

	EmulatedWorkspace(EmulatorSettings settings, Access access, InstantSource clock) {
		this.configuration = new ConfigurationStore(settings, new SourceTokens(access, settings.workspaceId()));
		Uniqueness uniqueness = new Uniqueness(settings.rules());
		UpdateLog updates = new UpdateLog(clock);
		ConsentRegister consents = new ConsentRegister(clock);
		LostCustomers lost = new LostCustomers(clock);
		ChangeListener listener = ChangeListener.of(updates, consents, lost);
		this.customers = new CustomerStore(new DelayedIndex(settings.indexDelay(), clock), uniqueness, listener);
		this.configuration.whenChanged((rules) -> uniqueness.apply(rules, this.customers::all));
		this.events = new EventStore(clock, listener);
		CustomerRegistry customerRegistry = new CustomerRegistry(this.configuration, this.customers, uniqueness, clock,
				this.lock);
		SessionRegistry sessionRegistry = new SessionRegistry(this.sessions, this.customers, this.events, this.lock);
		EventCustomers eventCustomers = new EventCustomers(this.customers, customerRegistry, sessionRegistry);
		EventRegistry eventRegistry = new EventRegistry(this.configuration, this.events, eventCustomers, clock,
				this.lock);
		this.seedLoader = new SeedLoader(this.configuration, this.customers, uniqueness, this.events, this.sessions,
				eventCustomers, clock);
		this.sampleData = new SampleData(settings.rules().nodeId(), customerRegistry, eventRegistry);
		this.generatedDocuments = new GeneratedDocuments(this.configuration, clock);
		QueryReader queries = new QueryReader(this.events::visibleOfType, settings.guesses());
		CustomerFinder finder = new CustomerFinder(this.customers);
		this.resources.add(new CustomerOperations(this.configuration, this.customers, customerRegistry, sessionRegistry,
				queries, finder));
		for (ItemKind part : ItemKind.values()) {
			this.resources.add(new ItemOperations(part, this.customers, customerRegistry, this.configuration));
		}
		this.resources.add(new SessionOperations(this.sessions, sessionRegistry, this.customers));
		this.resources.add(new SourceOperations(this.customers));
		this.resources.add(new EventOperations(this.configuration, this.events, eventRegistry));
		this.resources.add(new SegmentOperations(this.configuration, finder, queries, clock, this.lock));
		this.resources.add(new UpdateOperations(this.configuration, updates));
		this.resources.add(new ConsentLogOperations(this.configuration, consents, uniqueness, this.lock));
		this.resources.add(new ModelOperations(this.configuration));
		this.resources.add(new ConfigurationDocumentOperations(this.configuration, this.lock));
		for (ConfigurationKind kind : ConfigurationKind.values()) {
			this.resources.add(new ConfigurationListOperations(kind, this.configuration, this.lock, clock));
		}
		this.resources.add(new PropertyOperations(this.configuration, this.lock));
		this.resources.add(new SourceTokenOperations(this.configuration, this.lock));
		this.resources.add(new AnalyticsOperations(this.configuration, this.customers, this.events, lost, clock));
	}

	List<Route> routes() {
		return this.resources.stream().flatMap((resource) -> resource.routes().stream()).toList();
	}

	/**
	 * Return the configuration, for those who only read.
	 */
	ConfigurationStore configuration() {
		return this.configuration;
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
		this.lock.run(() -> this.resources.forEach(EmulatedResource::catchUp));
	}

	void clear() {
		this.lock.run(() -> {
			this.sampleData.clear();
			this.generatedDocuments.clear();
			this.resources.forEach(EmulatedResource::clear);
		});
	}

}
