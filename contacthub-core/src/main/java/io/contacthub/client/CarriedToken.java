package io.contacthub.client;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;

/**
 * The token of the thread that reads a stream, for the threads that read its pages ahead:
 * where it depends on the tenant, they may not know which one it is.
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
		return (carried != null && carried.source == source) ? carried.token : source.get();
	}

	/**
	 * Have a task that is run elsewhere use the token of this thread.
	 */
	static <T> Callable<T> carry(Supplier<String> source, Callable<T> task) {
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
				return task.call();
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
