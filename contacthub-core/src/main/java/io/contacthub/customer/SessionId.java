package io.contacthub.customer;

import java.io.Serializable;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.springframework.util.Assert;

/**
 * The session of a visitor, chosen by the application. Events can be stored under it
 * before the customer is known; once it is tied to a customer, they are that customer's.
 * <pre class="code">{@code
 * SessionId session = SessionId.random();
 * events.add(Event.of(EventType.VIEWED_PAGE).in(EventContext.WEB).by(session));
 * customers.addSession(customerId, session); // once it is known who it is
 * }</pre>
 *
 * @param value the text, in the form that the application gave it
 */
public record SessionId(@JsonValue String value) implements Serializable {

	/**
	 * Check the text.
	 * @throws IllegalArgumentException when it is blank
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SessionId {
		Assert.hasText(value, "value of the session id is blank: use SessionId.random() for a new one");
	}

	/**
	 * Return a new session id.
	 * @return a random UUID (version 4)
	 */
	public static SessionId random() {
		return new SessionId(UUID.randomUUID().toString());
	}

	/**
	 * Return a session id that the application has already.
	 * @param value the text
	 * @return the session id
	 */
	public static SessionId of(String value) {
		return new SessionId(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
