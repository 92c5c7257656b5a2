package io.contacthub.client;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.springframework.core.task.TaskDecorator;

/**
 * Readers of pages on threads of their own, in the context of the thread that asks for
 * them and with its token.
 */
final class PageReaders {

	private final BackgroundExecutor executor;

	private final Supplier<String> token;

	PageReaders(TaskDecorator context, Supplier<String> token) {
		this.executor = BackgroundExecutor.unbounded("contacthub-stream-", context);
		this.token = token;
	}

	<T> Future<T> read(Callable<T> page) {
		return this.executor.submit(CarriedToken.carry(this.token, page));
	}

}
