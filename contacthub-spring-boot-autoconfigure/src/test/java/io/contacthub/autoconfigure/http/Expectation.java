package io.contacthub.autoconfigure.http;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.contacthub.error.CustomerConflictException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a cell of the table says: {@code Transient×3/2} is a failure of this kind after
 * three attempts, of which two requests arrived. Without a number it was one attempt, and
 * as many requests as attempts; {@code +} is any number.
 *
 * @param kind the kind of the outcome
 * @param attempts the number of attempts, or {@link #ANY}
 * @param requests the number of requests, {@link #AS_ATTEMPTS} or {@link #ANY}
 */
record Expectation(String kind, int attempts, int requests) {

	/** The kind of a call that succeeds. */
	static final String VALUE = "value";

	/** The kind of a call that finds nothing. */
	static final String NOTHING = "nothing";

	/** Any number. */
	static final int ANY = -1;

	/** As many requests as attempts, or one for a call that succeeds. */
	static final int AS_ATTEMPTS = -2;

	private static final Pattern CELL = Pattern.compile("([A-Za-z]+)(?:×(\\d+|\\+))?(?:/(\\d+|\\+))?");

	private static final Map<String, List<String>> KINDS = Map.ofEntries(Map.entry("value", List.of(VALUE)),
			Map.entry("nothing", List.of(NOTHING)), Map.entry("Unreadable", names(DataRetrievalFailureException.class)),
			Map.entry("Transient", names(TransientDataAccessResourceException.class)),
			Map.entry("Timeout", names(QueryTimeoutException.class)),
			Map.entry("Offline", names(TransientDataAccessResourceException.class, QueryTimeoutException.class)),
			Map.entry("Resource", names(DataAccessResourceFailureException.class)),
			Map.entry("Usage", names(InvalidDataAccessResourceUsageException.class)),
			Map.entry("Integrity", names(DataIntegrityViolationException.class)),
			Map.entry("Denied", names(PermissionDeniedDataAccessException.class)),
			Map.entry("Empty", names(EmptyResultDataAccessException.class)),
			Map.entry("Conflict", names(CustomerConflictException.class)));

	private static List<String> names(Class<?>... exceptions) {
		return Stream.of(exceptions).map(Class::getSimpleName).toList();
	}

	static Expectation parse(String cell) {
		Matcher matcher = CELL.matcher(cell);
		assertThat(matcher.matches()).as("cell '" + cell + "'").isTrue();
		Expectation expectation = new Expectation(matcher.group(1), number(matcher.group(2), 1),
				number(matcher.group(3), AS_ATTEMPTS));
		assertThat(KINDS).containsKey(expectation.kind);
		return expectation;
	}

	private static int number(String text, int otherwise) {
		if (text == null) {
			return otherwise;
		}
		return text.equals("+") ? ANY : Integer.parseInt(text);
	}

	/**
	 * What is expected: a value, nothing, or one of the exceptions of these names.
	 */
	List<String> kinds() {
		return KINDS.get(this.kind);
	}

	boolean isFailure() {
		return !kinds().contains(VALUE) && !kinds().contains(NOTHING);
	}

	/**
	 * Whether a call succeeds though any number of its attempts may have failed, since
	 * threads of the engine race with each other.
	 */
	boolean isRace() {
		return !isFailure() && this.requests == ANY;
	}

	/**
	 * Whether the connection is expected to break.
	 */
	boolean isBroken() {
		return this.kind.equals("Transient");
	}

}
