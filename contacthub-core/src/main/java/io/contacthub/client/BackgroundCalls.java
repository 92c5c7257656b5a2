package io.contacthub.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.core.task.TaskDecorator;

/**
 * Calls of a client that are made in the background and repeated by whoever has them
 * made. For the classes of this library.
 */
public final class BackgroundCalls {

	private final ContactHubClient client;

	private BackgroundCalls(ContactHubClient client) {
		this.client = client;
	}

	/**
	 * Return the calls of a client.
	 * @param client the client
	 * @return its calls
	 */
	public static BackgroundCalls of(ContactHubClient client) {
		return new BackgroundCalls(client);
	}

	/**
	 * Return the client that makes them, which repeats no request by itself.
	 * @return a client like the one that was given, always the same one for it
	 */
	public ContactHubClient client() {
		return (this.client instanceof DefaultContactHubClient own) ? own.unrepeated()
				: DefaultContactHubClient.unrepeated(this.client);
	}

	/**
	 * Create an executor with threads that tasks share, as
	 * {@link BackgroundExecutor#pooled}, in the context that the client carries to pages
	 * that are read ahead, and with the token of the thread that asks.
	 * @param name the beginning of the names of the threads
	 * @param size the greatest number of threads
	 * @return the executor
	 */
	public BackgroundExecutor executor(String name, int size) {
		return BackgroundExecutor.pooled(name, size, context());
	}

	/**
	 * Wait for a page that is read on another thread.
	 * @param <T> the type of the page
	 * @param page the page, once it was read
	 * @return the page
	 * @throws CancellationException when the present thread is interrupted, which it
	 * stays
	 */
	public static <T> T await(Future<T> page) {
		try {
			return page.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted while waiting for a page");
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
	}

	private TaskDecorator context() {
		return (this.client instanceof DefaultContactHubClient own) ? own.context()
				: TaskContext.decorator(ObservationRegistry.NOOP);
	}

}
