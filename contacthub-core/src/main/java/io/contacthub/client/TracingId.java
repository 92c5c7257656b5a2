package io.contacthub.client;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NamedThreadLocal;
import org.springframework.util.Assert;

/**
 * The id under which ContactHub logs the requests of an application, so that both sides
 * can find what belongs together. It is sent as the header {@value #HEADER}:
 * <pre class="code">{@code
 * TracingId.call("order-4711", () -> customers.upsert(customer));
 * }</pre> Without one, the id of the caller's trace is sent, where there is one.
 */
public final class TracingId {

	/**
	 * The header that it is sent in, unless another one is set.
	 */
	public static final String HEADER = "Contactlab-Tracing-ID";

	private static final int LONGEST = 255;

	private static final ThreadLocal<@Nullable String> CURRENT = new NamedThreadLocal<>("Tracing id of ContactHub");

	private TracingId() {
	}

	/**
	 * Make calls that have an id, those that are made for them on threads of the client
	 * included: pages that are read ahead, events that are published.
	 * @param <T> the type of what they give
	 * @param id the id, of 1 to 255 visible characters of ASCII
	 * @param calls make the calls
	 * @return what they give
	 * @throws IllegalArgumentException when the id cannot be sent
	 */
	public static <T extends @Nullable Object> T call(String id, Supplier<T> calls) {
		Assert.isTrue(id != null && !id.isEmpty() && id.length() <= LONGEST && RequestChecks.isVisible(id),
				() -> "id is '" + id + "': a tracing id has 1 to " + LONGEST
						+ " visible characters of ASCII, without blanks");
		Assert.notNull(calls, "calls is null: give what makes the calls");
		return with(id, calls);
	}

	/**
	 * Make calls that have an id, as {@link #call(String, Supplier)}, and give nothing.
	 * @param id the id, of 1 to 255 visible characters of ASCII
	 * @param calls make the calls
	 * @throws IllegalArgumentException when the id cannot be sent
	 */
	public static void run(String id, Runnable calls) {
		Assert.notNull(calls, "calls is null: give what makes the calls");
		call(id, () -> {
			calls.run();
			return id;
		});
	}

	private static <T extends @Nullable Object> T with(@Nullable String id, Supplier<T> calls) {
		String before = CURRENT.get();
		CURRENT.set(id);
		try {
			return calls.get();
		}
		finally {
			if (before != null) {
				CURRENT.set(before);
			}
			else {
				CURRENT.remove();
			}
		}
	}

	/**
	 * Return the id of the calls that the present thread makes. For this library.
	 * @param traceId gives the id of the thread's trace, which is sent where there is no
	 * other
	 * @return the id, or {@code null} when there is none
	 */
	public static @Nullable String current(Supplier<@Nullable String> traceId) {
		String id = CURRENT.get();
		return (id != null) ? id : traceId.get();
	}

	/**
	 * Have a task that is run elsewhere make its calls with the id of this thread.
	 */
	static Runnable carry(Runnable task) {
		String id = CURRENT.get();
		return (id != null) ? () -> run(id, task) : task;
	}

}
