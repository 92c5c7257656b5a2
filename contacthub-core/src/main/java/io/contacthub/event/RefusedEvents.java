package io.contacthub.event;

import java.util.List;

/**
 * Events that a {@link DurableEventPublisher} has accepted, but ContactHub will not take.
 * They stay until they are replayed or deleted. <pre class="code">{@code
 * for (RefusedEvent event : publisher.refused().find(100)) {
 *     log.warn("{} was refused: {}", event.id(), event.reason());
 * }
 * publisher.refused().replayAll(); // once the reason is gone
 * }</pre> Each method is one transaction, or part of the caller's; each throws a
 * {@link org.springframework.dao.DataAccessException} when the store does not answer.
 */
public interface RefusedEvents {

	/**
	 * Return how many there are.
	 * @return the number at present
	 */
	long count();

	/**
	 * Find the first ones.
	 * @param limit how many at most
	 * @return the events, those that were refused first before others
	 * @throws IllegalArgumentException when the limit is less than 1
	 */
	default List<RefusedEvent> find(int limit) {
		return findAfter(0, limit);
	}

	/**
	 * Find those after another one, to read them page by page.
	 * @param id the {@link RefusedEvent#id()} of the last event before
	 * @param limit how many at most
	 * @return the events, those that were refused first before others
	 * @throws IllegalArgumentException when the limit is less than 1
	 */
	List<RefusedEvent> findAfter(long id, int limit);

	/**
	 * Have all sent once more that there are at present. They are behind those that wait,
	 * and keep their dates.
	 * @return how many
	 */
	int replayAll();

	/**
	 * Have some sent once more, as {@link #replayAll()}.
	 * @param ids their ids; those that are not there have no effect
	 * @return how many
	 */
	int replay(long... ids);

	/**
	 * Delete some.
	 * @param ids their ids; those that are not there have no effect
	 * @return how many
	 */
	int delete(long... ids);

}
