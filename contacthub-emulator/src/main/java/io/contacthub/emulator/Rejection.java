package io.contacthub.emulator;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ends an operation with an error answer.
 */
final class Rejection extends RuntimeException {

	private final int status;

	private final String reason;

	private final @Nullable ObjectNode data;

	private final List<Violation> violations;

	private Rejection(int status, String reason, @Nullable ObjectNode data, List<Violation> violations) {
		super(reason, null, false, false);
		this.status = status;
		this.reason = reason;
		this.data = data;
		this.violations = violations;
	}

	static Rejection of(int status, String reason) {
		return new Rejection(status, reason, null, List.of());
	}

	static Rejection badRequest(String reason) {
		return of(400, reason);
	}

	static Rejection invalid(String reason, List<Violation> violations) {
		return new Rejection(400, reason, null, violations);
	}

	static Rejection notFound(String kind, String id) {
		return of(404, kind + " not found " + id);
	}

	static Rejection conflict(String customerId, String href) {
		ObjectNode data = Json.object();
		data.putObject("customer").put("id", customerId).put("href", href);
		return new Rejection(409, "Conflict with exiting customer " + customerId, data, List.of());
	}

	Answer answer() {
		ObjectNode body = Json.object()
			.put("message", this.reason)
			.put("logref", UUID.randomUUID().toString())
			.set("data", this.data);
		ArrayNode errors = body.putArray("errors");
		for (Violation violation : this.violations) {
			errors.addObject()
				.put("message", violation.message())
				.put("path", violation.path())
				.putNull("data")
				.putNull("code");
		}
		return Answer.of(this.status, body);
	}

}
