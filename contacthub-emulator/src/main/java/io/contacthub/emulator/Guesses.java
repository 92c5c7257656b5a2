package io.contacthub.emulator;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * The guesses that an emulator makes. Each is told once in the log; a strict emulator
 * makes none, and rejects the request.
 */
final class Guesses {

	private static final Logger logger = Logger.getLogger(ContactHubEmulator.class.getName());

	private final boolean strict;

	private final Set<Guess> told = ConcurrentHashMap.newKeySet();

	Guesses(boolean strict) {
		this.strict = strict;
	}

	boolean isStrict() {
		return this.strict;
	}

	/**
	 * Make a check whose findings rest on a guess.
	 * @param violations takes what is wrong
	 * @throws RequestRejectedException if something is wrong and guesses are not allowed
	 */
	void check(Guess guess, List<Violation> violations, Consumer<List<Violation>> check) {
		int before = violations.size();
		check.accept(violations);
		if (violations.size() > before) {
			made(guess);
		}
	}

	/**
	 * Tell that the answer to a request rests on a guess.
	 * @throws RequestRejectedException if guesses are not allowed
	 */
	void made(Guess guess) {
		if (this.strict) {
			throw RequestRejectedException.of(501,
					"Nobody has documented " + guess.question() + ", and this emulator is strict");
		}
		if (this.told.add(guess)) {
			logger.warning(() -> "The emulator guesses " + guess.question() + ": ContactHub may do something else");
		}
	}

}
