package io.contacthub.event.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Description of a failure of the database that holds nothing of its rows, as messages of
 * databases do.
 */
final class DatabaseFailure {

	private static final int DEEPEST = 10;

	/** Class of the states of a connection, whose messages tell of nothing else. */
	private static final String CONNECTION = "08";

	private DatabaseFailure() {
	}

	/**
	 * Describe a failure by the classes of its causes, and by what the database calls it.
	 */
	static String describe(Throwable failure) {
		List<String> names = new ArrayList<>();
		for (@Nullable
		Throwable cause = failure; cause != null && names.size() < DEEPEST; cause = cause.getCause()) {
			names.add(name(cause));
		}
		return String.join(", caused by ", names);
	}

	private static String name(Throwable failure) {
		String name = failure.getClass().getName();
		String state = (failure instanceof SQLException known) ? known.getSQLState() : null;
		if (state == null) {
			return name;
		}
		return name + " (SQL state " + state + ")" + (state.startsWith(CONNECTION) ? ": " + failure.getMessage() : "");
	}

}
