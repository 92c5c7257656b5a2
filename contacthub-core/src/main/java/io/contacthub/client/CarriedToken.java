package io.contacthub.client;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * The token of the thread that has something done in the background, for the threads that
 * do it, such as to read pages ahead: where it depends on the tenant, they may not know
 * which one it is.
 *
 * @param source where it came from, since it is for the clients of that source only
 * @param token the token
 */
record CarriedToken(Supplier<String> source, String token) {

	private static final ThreadLocal<@Nullable CarriedToken> CURRENT = new NamedThreadLocal<>("Token of ContactHub");

	/**
	 * Return the token for a request on the present thread.
	 */
	static String of(Supplier<String> source) {
		CarriedToken carried = CURRENT.get();
		return (carried != null && carried.source == source) ? carried.token : checked(source.get());
	}

	private static String checked(String token) {
		Assert.state(StringUtils.hasText(token), "The token is blank: give the token of a source of the workspace");
		String stripped = token.strip();
		Assert.state(RequestChecks.isVisible(stripped),
				"The token holds a blank, a control character or a letter that is not ASCII: "
						+ "give the token of a source of the workspace as ContactHub shows it");
		return stripped;
	}

	/**
	 * Have a task that is run elsewhere use the token of this thread.
	 */
	static Runnable carry(Supplier<String> source, Runnable task) {
		CarriedToken carried;
		try {
			carried = new CarriedToken(source, of(source));
		}
		catch (RuntimeException ex) {
			// it is told where the task is waited for
			return () -> {
				throw ex;
			};
		}
		return () -> {
			CURRENT.set(carried);
			try {
				task.run();
			}
			finally {
				CURRENT.remove();
			}
		};
	}

	@Override
	public String toString() {
		return "CarriedToken";
	}

}
