package io.contacthub.autoconfigure.validation;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas of a workspace as they were read at one moment.
 */
final class WorkspaceSchemas {

	/** The name of the schema where there is only one. */
	static final String ONLY = "";

	private final long readAt;

	private final Map<String, JsonSchema> schemas;

	private WorkspaceSchemas(long readAt, Map<String, JsonSchema> schemas) {
		this.readAt = readAt;
		this.schemas = schemas;
	}

	/**
	 * Return schemas. Of those that have not changed since they were read before, what
	 * was made of them stays.
	 * @param readAt when they were asked for, as {@link System#nanoTime()} has it
	 * @param trees the schemas by their names
	 * @param former those that were read before
	 */
	static WorkspaceSchemas of(long readAt, Map<String, ObjectNode> trees, @Nullable WorkspaceSchemas former) {
		Map<String, JsonSchema> schemas = new HashMap<>();
		trees.forEach((name, tree) -> {
			JsonSchema before = (former != null) ? former.get(name) : null;
			schemas.put(name, (before != null && before.isOf(tree)) ? before : new JsonSchema(name, tree));
		});
		return new WorkspaceSchemas(readAt, schemas);
	}

	long readAt() {
		return this.readAt;
	}

	@Nullable JsonSchema get(String name) {
		return this.schemas.get(name);
	}

}
