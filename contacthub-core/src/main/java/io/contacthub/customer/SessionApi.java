package io.contacthub.customer;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;
import io.contacthub.client.UnusableAnswerException;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The operations of the API on the sessions of a customer.
 */
@HttpExchange("/customers/{customerId}/sessions")
interface SessionApi {

	@GetExchange
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	Sessions list(@PathVariable String customerId);

	@PostExchange
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
	Session insert(@PathVariable String customerId, @RequestBody JsonObject session);

	@GetExchange("/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	Session get(@PathVariable String customerId, @PathVariable String id);

	@DeleteExchange("/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	void delete(@PathVariable String customerId, @PathVariable String id);

	/**
	 * The list of the sessions, which has no pages.
	 *
	 * @param elements the sessions
	 */
	record Sessions(List<Session> elements) {

		/**
		 * Refuse what is no list of sessions, and a session whose id could not be sent
		 * back.
		 */
		public Sessions {
			elements = UnusableAnswerException.requireElements(elements);
			elements.forEach((session) -> UnusableAnswerException.requireSendable(session.id()));
		}

		/**
		 * Read the list with or without an envelope: one of the clients of the vendor
		 * expects it without.
		 */
		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		static Sessions of(JsonNode answer) {
			JsonNode elements = answer.isArray() ? answer : answer.path("elements");
			if (!elements.isArray()) {
				throw new UnusableAnswerException("it has no 'elements'");
			}
			List<Session> sessions = new ArrayList<>();
			elements.forEach((element) -> sessions.add(ContactHubJson.mapper().treeToValue(element, Session.class)));
			return new Sessions(sessions);
		}

	}

}
