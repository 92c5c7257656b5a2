package io.contacthub.autoconfigure.web;

import java.util.Optional;

import io.contacthub.customer.SessionId;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Controller that takes the session of the visitor in all forms that servlet and reactive
 * applications share.
 *
 * @param <V> the session, behind a type variable
 */
abstract class VisitController<V> {

	@GetMapping("/visit")
	String visit(SessionId visitor) {
		return visitor.value();
	}

	@GetMapping("/optional")
	String optional(Optional<SessionId> visitor) {
		return visitor.map(SessionId::value).orElse("none");
	}

	@GetMapping("/nullable")
	String nullable(@Nullable SessionId visitor) {
		return (visitor != null) ? visitor.value() : "none";
	}

	@GetMapping("/parameter")
	String parameter(@RequestParam SessionId session) {
		return session.value();
	}

	@GetMapping("/inherited")
	String inherited(V visitor) {
		return visitor.toString();
	}

	@GetMapping("/inherited-optional")
	String inheritedOptional(Optional<V> visitor) {
		return visitor.map(Object::toString).orElse("none");
	}

}
