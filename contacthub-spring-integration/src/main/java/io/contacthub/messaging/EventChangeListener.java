package io.contacthub.messaging;

import io.contacthub.event.Event;
import io.contacthub.update.Update;

/**
 * Listener that is told of each event that was created, updated or deleted. What holds
 * for a {@link CustomerChangeListener} holds for it, too.
 */
@FunctionalInterface
public interface EventChangeListener {

	/**
	 * Take note of a change.
	 * @param event the event, with as many members as ContactHub tells
	 * @param update what was done, see {@link Update#is}
	 * @throws Exception when the change could not be handled, which is then told again
	 */
	void eventChanged(Event event, Update update) throws Exception;

}
