package io.contacthub.samples.desk.panel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.contacthub.samples.desk.failure.Trouble;
import io.contacthub.samples.desk.failure.TroubleLog;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

/**
 * What loads the panels of pages at the same time, each of which may fail by itself.
 */
@Component
public class Panels implements DisposableBean {

	/**
	 * How long a page waits for what it can do without.
	 */
	public static final Duration SHORTLY = Duration.ofSeconds(2);

	private static final Duration END = Duration.ofSeconds(2);

	// not the application's executor: a long import there must not hold up a page
	private final SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("panel-");

	Panels() {
		// with no limit to its threads, which panels that make calls of their own would
		// wait for in vain: each request has a few, and the server has one to requests
		this.executor.setTaskTerminationTimeout(END.toMillis());
	}

	@Override
	public void destroy() {
		this.executor.close();
	}

	/**
	 * Load a panel on a thread of its own.
	 * @param <T> the type of what it shows
	 * @param loader gives what it shows
	 * @return the panel, once it is loaded or has failed
	 */
	public <T> CompletableFuture<Panel<T>> load(Supplier<T> loader) {
		return CompletableFuture.supplyAsync(() -> now(loader), this.executor);
	}

	/**
	 * Wait for a panel, but not for ever: others may be waiting for it, too.
	 * @param <T> the type of what it shows
	 * @param loading the panel on its way
	 * @param patience how long to wait
	 * @return the panel, which has trouble when it took too long
	 */
	public <T> Panel<T> await(CompletableFuture<Panel<T>> loading, Duration patience) {
		Panel<T> panel = loading.copy().completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).join();
		return (panel != null) ? panel
				: new Panel<>(null, Trouble.of(new QueryTimeoutException("nothing within " + patience)));
	}

	/**
	 * Wait for a panel as long as somebody still waits for the page.
	 * @param <T> the type of what it shows
	 * @param loading the panel on its way
	 * @return the panel, which has trouble when it took too long
	 */
	public <T> Panel<T> await(CompletableFuture<Panel<T>> loading) {
		return await(loading, left());
	}

	/**
	 * Load a panel, and wait for it as long as somebody still waits for the page.
	 * @param <T> the type of what it shows
	 * @param loader gives what it shows
	 * @return the panel, which has trouble when it took too long
	 */
	public <T> Panel<T> read(Supplier<T> loader) {
		return await(load(loader));
	}

	/**
	 * Read what a page needs before it goes on, but for a short time only.
	 * @param <T> the type of what is read
	 * @param reader reads it
	 * @return what was read
	 * @throws QueryTimeoutException when it took too long
	 */
	public <T> T shortly(Supplier<T> reader) {
		try {
			return CompletableFuture.supplyAsync(reader, this.executor)
				.orTimeout(SHORTLY.toMillis(), TimeUnit.MILLISECONDS)
				.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof TimeoutException) {
				throw new QueryTimeoutException("nothing within " + SHORTLY, ex.getCause());
			}
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * Return how long somebody still waits for the page.
	 * @return the time that is left of nine seconds, at least a moment
	 */
	public Duration left() {
		return PageTime.left();
	}

	/**
	 * Make some calls at the same time.
	 * @param <T> the type of what they give
	 * @param calls the calls
	 * @return what they give, in their order
	 * @throws java.util.concurrent.CompletionException when one of them fails
	 */
	public <T> List<T> together(List<Supplier<T>> calls) {
		return calls.stream()
			.map((call) -> CompletableFuture.supplyAsync(call, this.executor))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
	}

	/**
	 * Load a panel on the thread of the caller.
	 * @param <T> the type of what it shows
	 * @param loader gives what it shows
	 * @return the panel
	 */
	public <T> Panel<T> now(Supplier<T> loader) {
		try {
			return Panel.of(loader.get());
		}
		catch (CompletionException ex) {
			return new Panel<>(null, TroubleLog.note((ex.getCause() instanceof RuntimeException cause) ? cause : ex));
		}
		catch (RuntimeException ex) {
			return new Panel<>(null, TroubleLog.note(ex));
		}
	}

}
