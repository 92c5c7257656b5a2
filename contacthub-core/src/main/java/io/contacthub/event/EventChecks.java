package io.contacthub.event;

import java.time.Duration;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Checks of events before they are sent, and of what publishers are asked for. For the
 * classes of this library.
 */
public final class EventChecks {

	private EventChecks() {
	}

	/**
	 * Check an event that is to be added.
	 * @param event the event
	 * @throws IllegalArgumentException when ContactHub would certainly refuse it
	 */
	public static void checkNew(Event event) {
		check(event);
		EventContext context = event.context();
		Assert.isTrue(context == null || context.isPlausible(), () -> "context of the event is '" + context
				+ "': ContactHub spells it '" + ((context != null) ? context.meant() : "") + "'");
		boolean owned = StringUtils.hasText(event.customerId());
		Assert.isTrue(owned || StringUtils.hasText(event.bringBackProperties().value()),
				"The event must have an owner, a customerId or bringBackProperties, and it has neither: say by(customer),"
						+ " by(session) or byExternalId(id)");
		Assert.isTrue(owned || event.bringBackProperties().type() != null,
				"type of bringBackProperties is missing: set it, such as BringBackType.SESSION_ID");
	}

	/**
	 * Check for how long a publisher is to be waited for.
	 * @param timeout how long
	 * @return the time, 24 days at most
	 * @throws IllegalArgumentException when it is negative
	 */
	public static Duration checkTimeout(Duration timeout) {
		Assert.isTrue(timeout != null && !timeout.isNegative(),
				() -> "timeout is " + timeout + ": give a time that is not negative");
		return (timeout.compareTo(DefaultEventPublisher.LONGEST) < 0) ? timeout : DefaultEventPublisher.LONGEST;
	}

	/**
	 * Check what each event must have.
	 */
	static void check(Event event) {
		Assert.notNull(event, "event is null: give the event to be stored");
		EventType type = event.type();
		Assert.notNull(type, "type of the event is missing: set it, such as EventType.VIEWED_PAGE");
		Assert.notNull(event.context(), "context of the event is missing: set it, such as EventContext.WEB");
		EventType implied = KnownEventTypes.typeOf(event.properties());
		Assert.isTrue(implied == null || implied.equals(type), () -> "type of the event is '" + type
				+ "', but its properties are those of '" + implied + "': set the type that they belong to");
	}

}
