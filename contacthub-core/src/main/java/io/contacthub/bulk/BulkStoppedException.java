package io.contacthub.bulk;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * Exception thrown when a run cannot go on, since any further item would fail as well:
 * the token is refused, the node unknown, or ContactHub away for too long. Its cause is
 * the failure.
 */
public class BulkStoppedException extends NonTransientDataAccessException {

	private static final long serialVersionUID = 1L;

	private final long position;

	/**
	 * Create an exception.
	 * @param position the place of the first item that was not done
	 * @param cause why the run cannot go on
	 */
	public BulkStoppedException(long position, Throwable cause) {
		super("Stopped before item " + position + ": " + cause.getMessage(), cause);
		this.position = position;
	}

	/**
	 * Return where to go on. Of the items behind it, those that were on their way at the
	 * same time may be done.
	 * @return the place in the input, from 0, of the first item that was not done
	 */
	public long position() {
		return this.position;
	}

}
