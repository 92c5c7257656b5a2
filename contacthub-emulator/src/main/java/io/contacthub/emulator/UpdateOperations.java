package io.contacthub.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Handlers of the requests for what has changed.
 */
final class UpdateOperations implements EmulatedResource {

	private static final int DEFAULT_SIZE = 50;

	private static final int MAXIMUM_SIZE = 4000;

	private final ConfigurationStore configuration;

	private final UpdateLog log;

	UpdateOperations(ConfigurationStore configuration, UpdateLog log) {
		this.configuration = configuration;
		this.log = log;
	}

	@Override
	public List<Route> routes() {
		return List.of(route("updates", this::list), route("updates/last-offset", this::last));
	}

	private static Route route(String path, RequestHandler handler) {
		return Route.inWorkspace("GET", path, handler).permitting(TokenKind.USER, TokenKind.PLATFORM_UPDATES);
	}

	@Override
	public void catchUp() {
		this.log.catchUp();
	}

	@Override
	public void clear() {
		this.log.clear();
	}

	private EmulatedResponse last(EmulatedRequest request) {
		return EmulatedResponse.ok(Json.object().put("lastOffset", this.log.last(kind(request))));
	}

	private EmulatedResponse list(EmulatedRequest request) {
		Predicate<LoggedUpdate> kind = kind(request);
		List<Violation> violations = new ArrayList<>();
		long size = number(request, "size", MAXIMUM_SIZE, violations, DEFAULT_SIZE);
		long timestamp = number(request, "timestamp", Long.MAX_VALUE, violations, -1);
		long offset = number(request, "offset", Long.MAX_VALUE, violations, -1);
		if (!violations.isEmpty()) {
			throw RequestRejectedException.invalid("page is not valid", violations);
		}
		long start = (offset >= 0) ? offset : start(timestamp);
		long last = this.log.last();
		List<LoggedUpdate> updates = this.log.read(start, last, kind, (int) size);
		long next = Math.max(start, last);
		if (updates.size() == size) {
			next = updates.isEmpty() ? start : updates.get(updates.size() - 1).offset();
		}
		return EmulatedResponse.ok(Json.object()
			.put("nextOffset", next)
			.set("updates", Json.arrayOf(updates.stream().map(LoggedUpdate::document).toList())));
	}

	/**
	 * Return where to begin when the request does not say an offset.
	 */
	private long start(long timestamp) {
		this.configuration.settings().guesses().made((timestamp >= 0) ? Guess.UPDATES_SINCE : Guess.UPDATES_BEGINNING);
		return (timestamp >= 0) ? this.log.before(Instant.ofEpochMilli(timestamp)) : 0;
	}

	private Predicate<LoggedUpdate> kind(EmulatedRequest request) {
		String nodeId = request.parameter("nodeId");
		if (nodeId != null) {
			this.configuration.rules().requireNode(nodeId);
		}
		String entity = request.parameter("entity");
		if (entity != null && !entity.equals(LoggedUpdate.CUSTOMER) && !entity.equals(LoggedUpdate.EVENT)) {
			throw RequestRejectedException.badRequest("Invalid value '" + entity + "' of parameter 'entity'");
		}
		return (update) -> (nodeId == null || nodeId.equals(update.nodeId()))
				&& (entity == null || entity.equals(update.entity()));
	}

	private static long number(EmulatedRequest request, String name, long maximum, List<Violation> violations,
			long fallback) {
		@Nullable String text = request.parameter(name);
		if (text == null) {
			return fallback;
		}
		try {
			long number = Long.parseLong(text);
			if (number >= 0 && number <= maximum) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// reported below
		}
		violations.add(new Violation(name, "must be a number from 0 to " + maximum));
		return fallback;
	}

}
