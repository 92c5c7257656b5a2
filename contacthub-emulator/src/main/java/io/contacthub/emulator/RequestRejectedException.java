package io.contacthub.emulator;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Exception thrown when a request is to be answered with an error.
 */
final class RequestRejectedException extends RuntimeException {

	private final int status;

	private final String reason;

	private final @Nullable ObjectNode data;

	private final List<Violation> violations;

	private RequestRejectedException(int status, String reason, @Nullable ObjectNode data, List<Violation> violations) {
		super(reason, null, false, false);
		this.status = status;
		this.reason = reason;
		this.data = data;
		this.violations = violations;
	}

	static RequestRejectedException of(int status, String reason) {
		return new RequestRejectedException(status, reason, null, List.of());
	}

	static RequestRejectedException badRequest(String reason) {
		return of(400, reason);
	}

	static RequestRejectedException invalid(String reason, List<Violation> violations) {
		return new RequestRejectedException(400, reason, null, violations);
	}

	static RequestRejectedException notFound(String kind, String id) {
		return of(404, kind + " not found " + id);
	}

	static RequestRejectedException conflict(String customerId, String href) {
		ObjectNode data = Json.object();
		data.putObject("customer").put("id", customerId).put("href", href);
		return new RequestRejectedException(409, "Conflict with exiting customer " + customerId, data, List.of());
	}

	/**
	 * Return this without what an untrusted caller may not know: which customer there is
	 * a conflict with.
	 */
	RequestRejectedException withoutCustomer() {
		return (this.status == 409) ? of(409, "Conflict with exiting customer") : this;
	}

	int status() {
		return this.status;
	}

	String reason() {
		return this.reason;
	}

	EmulatedResponse response() {
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
		return EmulatedResponse.of(this.status, body);
	}

}
