package io.contacthub.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.function.Supplier;

import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailedOperation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.util.Assert;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * The place through which every call goes: ids are checked before, requests are repeated
 * and failures are translated.
 */
class ExchangeDecorator extends HttpExchangeAdapterDecorator {

	private final Repetition repetition;

	private final ApiErrorTranslator translator;

	ExchangeDecorator(HttpExchangeAdapter delegate, Repetition repetition, ApiErrorTranslator translator) {
		super(delegate);
		this.repetition = repetition;
		this.translator = translator;
	}

	@Override
	public void exchange(HttpRequestValues values) {
		call(values, () -> {
			super.exchange(values);
			return null;
		});
	}

	@Override
	public HttpHeaders exchangeForHeaders(HttpRequestValues values) {
		return present(values, () -> super.exchangeForHeaders(values));
	}

	@Override
	public <T> T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> type) {
		return present(values, () -> super.exchangeForBody(values, type));
	}

	@Override
	public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
		return present(values, () -> super.exchangeForBodilessEntity(values));
	}

	@Override
	public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues values, ParameterizedTypeReference<T> type) {
		return present(values, () -> super.exchangeForEntity(values, type));
	}

	private <T> T present(HttpRequestValues values, Supplier<@Nullable T> request) {
		T result = call(values, () -> complete(request.get()));
		Assert.state(result != null, "An answer without a body has been refused before");
		return result;
	}

	/**
	 * Refuse an incomplete answer where its attempt is still counted.
	 */
	private static <T> T complete(@Nullable T result) {
		if (result == null) {
			throw new IncompleteAnswer("the answer has no body");
		}
		if (result instanceof ApiPage<?> page && page.missing() != null) {
			throw new IncompleteAnswer("the answer is no page, it has no '" + page.missing() + "'");
		}
		return result;
	}

	private <T> @Nullable T call(HttpRequestValues values, Supplier<@Nullable T> request) {
		PathVariables.check(path(values), values.getUriVariables());
		try {
			return this.repetition.run(method(values), operation(values), request);
		}
		catch (Repetition.Exhausted ex) {
			throw translate(operation(values), ex.attempts(), ex.failure());
		}
	}

	private RuntimeException translate(String operation, int attempts, RuntimeException failure) {
		if (failure instanceof ErrorAnswer answer) {
			return this.translator.translate(new FailedOperation(operation, attempts, answer.error()));
		}
		FailedOperation failed = new FailedOperation(operation, attempts, null);
		if (failure instanceof ResourceAccessException && failure.getCause() instanceof IOException cause) {
			return timedOut(cause) ? new TimedOut(failed, cause) : new Unreachable(failed, cause);
		}
		if (failure instanceof IllegalArgumentException || failure instanceof IllegalStateException) {
			return failure;
		}
		if (failure instanceof IncompleteAnswer) {
			return new Undecodable(failed, String.valueOf(failure.getMessage()));
		}
		return new Undecodable(failed, failure);
	}

	private static boolean timedOut(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException) {
				return true;
			}
		}
		return false;
	}

	private static HttpMethod method(HttpRequestValues values) {
		HttpMethod method = values.getHttpMethod();
		return (method != null) ? method : HttpMethod.GET;
	}

	private static String operation(HttpRequestValues values) {
		return method(values) + " " + path(values);
	}

	private static String path(HttpRequestValues values) {
		String template = values.getUriTemplate();
		int query = (template != null) ? template.indexOf('?') : -1;
		return (template != null) ? template.substring(0, (query >= 0) ? query : template.length()) : "";
	}

	/**
	 * An answer that lacks what its operation always gives.
	 */
	private static final class IncompleteAnswer extends RestClientException {

		IncompleteAnswer(String reason) {
			super(reason);
		}

	}

	/** No answer in time; whether a write was carried out is unknown. */
	private static final class TimedOut extends QueryTimeoutException implements ContactHubFailure {

		private final transient FailedOperation failedOperation;

		TimedOut(FailedOperation operation, Throwable cause) {
			super(operation.describe("no answer in time"), cause);
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** The network failed. */
	private static final class Unreachable extends TransientDataAccessResourceException implements ContactHubFailure {

		private final transient FailedOperation failedOperation;

		Unreachable(FailedOperation operation, Throwable cause) {
			super(operation.describe("ContactHub could not be reached"), cause);
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** An answer that is no answer of the API, though its status says success. */
	private static final class Undecodable extends DataRetrievalFailureException implements ContactHubFailure {

		private final transient FailedOperation failedOperation;

		Undecodable(FailedOperation operation, String reason) {
			super(operation.describe(reason));
			this.failedOperation = operation;
		}

		Undecodable(FailedOperation operation, Throwable cause) {
			super(operation.describe("the answer could not be read"), cause);
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

}
