package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.jspecify.annotations.Nullable;

/**
 * The API with all of its workspaces.
 */
final class EmulatedApi {

	private final Map<String, EmulatedWorkspace> workspaces = new LinkedHashMap<>();

	private final Router router;

	/**
	 * Held by each request while it is handled, and by what changes everything.
	 */
	private final ReadWriteLock gate = new ReentrantReadWriteLock();

	/**
	 * Create the API.
	 * @param settings the settings of each workspace
	 * @param access the tokens
	 * @param clock the clock
	 */
	EmulatedApi(List<EmulatorSettings> settings, Access access, InstantSource clock) {
		Map<String, List<Route>> routes = new LinkedHashMap<>();
		for (EmulatorSettings workspace : settings) {
			EmulatedWorkspace emulated = new EmulatedWorkspace(workspace, access, clock);
			this.workspaces.put(workspace.workspaceId(), emulated);
			routes.put(workspace.workspaceId(), emulated.routes());
		}
		this.router = new Router(routes, new CallerOperations(this.workspaces).routes(), access, clock);
	}

	/**
	 * Return the ids of the nodes as they are now, by the ids of their workspaces.
	 */
	Map<String, List<String>> nodeIds() {
		Map<String, List<String>> nodeIds = new LinkedHashMap<>();
		this.workspaces.forEach((id, workspace) -> nodeIds.put(id, workspace.configuration().rules().nodeIds()));
		return Collections.unmodifiableMap(nodeIds);
	}

	EmulatedResponse handle(EmulatedRequest request) {
		this.gate.readLock().lock();
		try {
			return this.router.handle(request);
		}
		finally {
			this.gate.readLock().unlock();
		}
	}

	/**
	 * Return a workspace.
	 * @throws IllegalArgumentException if there is none of this id
	 */
	EmulatedWorkspace workspace(String id) {
		EmulatedWorkspace workspace = this.workspaces.get(id);
		if (workspace == null) {
			throw new IllegalArgumentException(
					"There is no workspace " + id + ", but " + String.join(", ", this.workspaces.keySet()));
		}
		return workspace;
	}

	/**
	 * Return a workspace, the first one if no other is asked for.
	 * @param id its id, or null
	 * @throws IllegalArgumentException if there is none of this id
	 */
	EmulatedWorkspace workspaceOrFirst(@Nullable String id) {
		return (id != null) ? workspace(id) : this.workspaces.values().iterator().next();
	}

	/**
	 * Do something while no request is handled.
	 */
	void alone(Runnable action) {
		this.gate.writeLock().lock();
		try {
			exclusively(action);
		}
		finally {
			this.gate.writeLock().unlock();
		}
	}

	/**
	 * Load documents into a workspace while no request is handled.
	 * @return how many they were
	 * @throws IllegalArgumentException if one of them is not valid
	 */
	SeedCounts seed(EmulatedWorkspace workspace, List<SeedDocument> documents) {
		this.gate.writeLock().lock();
		try {
			return workspace.seed(documents);
		}
		finally {
			this.gate.writeLock().unlock();
		}
	}

	/**
	 * Do something while no request changes a workspace.
	 */
	private void exclusively(Runnable action) {
		Runnable locked = action;
		for (EmulatedWorkspace workspace : this.workspaces.values()) {
			Runnable inner = locked;
			locked = () -> workspace.exclusively(inner);
		}
		locked.run();
	}

	/**
	 * Show all changes now, whatever the delays are.
	 */
	void index() {
		exclusively(() -> this.workspaces.values().forEach(EmulatedWorkspace::index));
	}

	void clear() {
		exclusively(() -> this.workspaces.values().forEach(EmulatedWorkspace::clear));
	}

}
