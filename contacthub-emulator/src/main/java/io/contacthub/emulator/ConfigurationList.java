package io.contacthub.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parts of a configuration by their ids or names, in the order of their creation. There
 * are few of them, so that each change copies all; who changes them holds the lock of the
 * workspace, who reads needs none.
 */
final class ConfigurationList {

	private final String key;

	private volatile Map<String, StoredConfiguration> elements = Map.of();

	private long lastNumber;

	/**
	 * Create a list.
	 * @param key the member that tells the elements apart
	 */
	ConfigurationList(String key) {
		this.key = key;
	}

	List<StoredConfiguration> all() {
		return List.copyOf(this.elements.values());
	}

	@Nullable StoredConfiguration find(String key) {
		return this.elements.get(key);
	}

	/**
	 * Store a document in the place of the one that has its key, or behind all others.
	 */
	void save(ObjectNode document) {
		Map<String, StoredConfiguration> changed = new LinkedHashMap<>(this.elements);
		StoredObject stored = StoredObject.of(document);
		String name = stored.path(this.key).stringValue();
		StoredConfiguration before = changed.get(name);
		changed.put(name, new StoredConfiguration((before != null) ? before.number() : ++this.lastNumber, stored));
		this.elements = changed;
	}

	void remove(String key) {
		Map<String, StoredConfiguration> changed = new LinkedHashMap<>(this.elements);
		changed.remove(key);
		this.elements = changed;
	}

	void clear() {
		this.elements = Map.of();
		this.lastNumber = 0;
	}

}
