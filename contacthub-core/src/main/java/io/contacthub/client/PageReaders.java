package io.contacthub.client;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;

/**
 * Reads pages on threads of their own, in the context of the thread that asks for them
 * and with its token.
 */
final class PageReaders {

	private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("contacthub-stream-");

	private final TaskDecorator decorator;

	private final Supplier<String> token;

	PageReaders(TaskDecorator decorator, Supplier<String> token) {
		this.threads.setDaemon(true);
		this.decorator = decorator;
		this.token = token;
	}

	<T> Future<T> read(Callable<T> page) {
		Reading<T> reading = new Reading<>(CarriedToken.carry(this.token, page));
		try {
			Runnable decorated = this.decorator.decorate(reading);
			this.threads.execute(() -> reading.runBy(decorated));
		}
		catch (RuntimeException ex) {
			// it is told where the page is waited for
			reading.setException(ex);
		}
		return reading;
	}

	/**
	 * A page that ends in any case, whatever the decorator does.
	 */
	private static final class Reading<T> extends FutureTask<T> {

		Reading(Callable<T> page) {
			super(page);
		}

		void runBy(Runnable decorated) {
			try {
				decorated.run();
			}
			catch (Throwable ex) {
				setException(ex);
			}
			setException(new IllegalStateException("A TaskDecorator has not run its task"));
		}

		@Override
		protected void setException(Throwable failure) {
			// no effect on one that has ended
			super.setException(failure);
		}

	}

}
