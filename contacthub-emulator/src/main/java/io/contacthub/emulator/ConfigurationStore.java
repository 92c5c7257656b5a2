package io.contacthub.emulator;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Store of the configuration of a workspace, and of the rules that follow from it. Who
 * changes it holds the lock of the workspace, who reads needs none.
 */
final class ConfigurationStore {

	private final EmulatorSettings settings;

	private final InitialConfiguration initial;

	private final SourceTokens tokens;

	private final Map<ConfigurationKind, ConfigurationList> lists = new EnumMap<>(ConfigurationKind.class);

	private final Map<ConfigurationDocument, ObjectNode> documents = new ConcurrentHashMap<>();

	private final ConfigurationList baseProperties = new ConfigurationList("name");

	private volatile ExtendedProperties extendedProperties;

	private boolean requireUniqueProperties;

	private volatile WorkspaceRules rules;

	private Consumer<WorkspaceRules> listener = (rules) -> {
	};

	ConfigurationStore(EmulatorSettings settings, SourceTokens tokens) {
		this.settings = settings;
		this.initial = new InitialConfiguration(settings);
		this.tokens = tokens;
		this.rules = settings.rules();
		this.extendedProperties = ExtendedProperties.of(settings.rules().extendedSchema());
		for (ConfigurationKind kind : ConfigurationKind.values()) {
			this.lists.put(kind, new ConfigurationList("id"));
		}
		clear();
	}

	/**
	 * Set who is told the new rules after each change, under the lock of the workspace.
	 */
	void whenChanged(Consumer<WorkspaceRules> listener) {
		this.listener = listener;
	}

	/**
	 * Return what stays as it is.
	 */
	EmulatorSettings settings() {
		return this.settings;
	}

	/**
	 * Return the rules of this moment, to be asked for once by each request.
	 */
	WorkspaceRules rules() {
		return this.rules;
	}

	List<StoredConfiguration> all(ConfigurationKind kind) {
		return list(kind).all();
	}

	@Nullable ObjectNode find(ConfigurationKind kind, String id) {
		StoredConfiguration element = list(kind).find(id);
		return (element != null) ? element.document() : null;
	}

	private ConfigurationList list(ConfigurationKind kind) {
		ConfigurationList list = this.lists.get(kind);
		if (list == null) {
			throw new IllegalArgumentException("There is no list of " + kind);
		}
		return list;
	}

	ObjectNode document(ConfigurationDocument kind) {
		ObjectNode document = this.documents.get(kind);
		if (document == null) {
			throw new IllegalArgumentException("There is no " + kind);
		}
		return document;
	}

	ConfigurationList baseProperties() {
		return this.baseProperties;
	}

	ExtendedProperties extendedProperties() {
		return this.extendedProperties;
	}

	void save(ConfigurationKind kind, ObjectNode document) {
		String id = document.path("id").stringValue();
		ObjectNode before = find(kind, id);
		list(kind).save(document);
		if (kind == ConfigurationKind.SOURCES) {
			this.tokens.replace(before, document);
		}
		if (before == null) {
			add(kind, id);
		}
		apply();
	}

	/**
	 * Add something new to what names all of its kind.
	 */
	private void add(ConfigurationKind kind, String id) {
		if (kind == ConfigurationKind.SOURCES) {
			ObjectNode priority = document(ConfigurationDocument.SOURCE_PRIORITY).deepCopy();
			priority.withArray("priority").add(id);
			put(ConfigurationDocument.SOURCE_PRIORITY, priority);
		}
		if (kind == ConfigurationKind.ENTRY_NODES) {
			for (StoredConfiguration element : all(ConfigurationKind.USERS)) {
				ObjectNode user = element.document().deepCopy();
				user.withArray("nodes").addObject().put("id", id).put("permission", "RW");
				list(ConfigurationKind.USERS).save(user);
			}
		}
	}

	void remove(ConfigurationKind kind, String id) {
		ObjectNode before = find(kind, id);
		list(kind).remove(id);
		if (kind == ConfigurationKind.SOURCES) {
			this.tokens.replace(before, null);
			put(ConfigurationDocument.SOURCE_PRIORITY,
					without(document(ConfigurationDocument.SOURCE_PRIORITY), "priority", id));
			for (StoredConfiguration node : all(ConfigurationKind.ENTRY_NODES)) {
				list(ConfigurationKind.ENTRY_NODES).save(without(node.document(), "sourcePriority", id));
			}
		}
		apply();
	}

	private static ObjectNode without(ObjectNode document, String member, String text) {
		ObjectNode copy = document.deepCopy();
		ArrayNode rest = copy.putArray(member);
		texts(document.path(member)).stream().filter((other) -> !other.equals(text)).forEach(rest::add);
		return copy;
	}

	void save(ConfigurationDocument kind, ObjectNode document) {
		put(kind, document);
		if (kind == ConfigurationDocument.MATCHING_POLICY) {
			this.requireUniqueProperties = !this.settings.mayLackUniqueProperties();
		}
		apply();
	}

	private void put(ConfigurationDocument kind, ObjectNode document) {
		this.documents.put(kind, StoredObject.of(document));
	}

	void saveBaseProperty(ObjectNode document) {
		this.baseProperties.save(document);
		apply();
	}

	void save(ExtendedProperties properties) {
		this.extendedProperties = properties;
		apply();
	}

	/**
	 * Go back to the configuration of the start.
	 */
	void clear() {
		all(ConfigurationKind.SOURCES).forEach((source) -> this.tokens.replace(source.document(), null));
		for (ConfigurationDocument kind : ConfigurationDocument.values()) {
			put(kind, this.initial.document(kind));
		}
		for (ConfigurationKind kind : ConfigurationKind.values()) {
			list(kind).clear();
			this.initial.elements(kind).forEach(list(kind)::save);
		}
		all(ConfigurationKind.SOURCES).forEach((source) -> this.tokens.replace(null, source.document()));
		this.baseProperties.clear();
		this.initial.baseProperties().forEach(this.baseProperties::save);
		this.extendedProperties = ExtendedProperties.of(this.settings.rules().extendedSchema());
		this.requireUniqueProperties = this.settings.rules().requireUniqueProperties();
		apply();
	}

	private void apply() {
		ObjectNode general = document(ConfigurationDocument.SETTINGS);
		ObjectNode policy = document(ConfigurationDocument.MATCHING_POLICY);
		Map<String, List<String>> mandatory = new HashMap<>();
		List<String> nodeIds = new ArrayList<>();
		for (StoredConfiguration node : all(ConfigurationKind.ENTRY_NODES)) {
			nodeIds.add(node.id());
			mandatory.put(node.id(), texts(node.document().path("mandatoryProperties")));
		}
		this.rules = new WorkspaceRules(List.copyOf(nodeIds),
				UniquenessPolicy.valueOf(general.path("customerUniquenessPolicy").stringValue()),
				texts(policy.path("properties")), this.requireUniqueProperties,
				policy.path("caseSensitive").booleanValue(), this.settings.rules().eventTypes(),
				this.extendedProperties.schema(), disabled(list(ConfigurationKind.EVENTS), "id"),
				disabled(this.baseProperties, "name"), Map.copyOf(mandatory),
				ZoneId.of(general.path("timezone").stringValue()));
		this.listener.accept(this.rules);
	}

	private static List<String> texts(JsonNode array) {
		return array.values().stream().map(JsonNode::stringValue).toList();
	}

	private static Set<String> disabled(ConfigurationList list, String key) {
		return list.all()
			.stream()
			.filter((element) -> !element.isEnabled())
			.map((element) -> element.document().path(key).stringValue())
			.collect(Collectors.toUnmodifiableSet());
	}

}
