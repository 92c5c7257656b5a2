package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for the tokens of sources.
 */
final class SourceTokenOperations implements EmulatedResource {

	private final ConfigurationStore store;

	private final ChangeLock lock;

	SourceTokenOperations(ConfigurationStore store, ChangeLock lock) {
		this.store = store;
		this.lock = lock;
	}

	@Override
	public List<Route> routes() {
		return List.of(Route.inWorkspace("POST", "configuration/sources/{source}/refresh-token", this::refresh));
	}

	private EmulatedResponse refresh(EmulatedRequest request) {
		String id = request.pathVariable("source");
		ObjectNode refreshed = this.lock.call(() -> {
			ObjectNode source = this.store.find(ConfigurationKind.SOURCES, id);
			if (source == null) {
				throw RequestRejectedException.notFound("source", id);
			}
			ObjectNode document = source.deepCopy().put("token", SourceTokens.make());
			this.store.save(ConfigurationKind.SOURCES, document);
			return document;
		});
		return EmulatedResponse.ok(refreshed);
	}

}
