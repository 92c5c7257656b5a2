package io.contacthub.client;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.error.FailedOperation;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * The place through which every call goes: ids are checked before, requests are repeated,
 * the call is observed and failures are translated.
 */
class ExchangeDecorator extends HttpExchangeAdapterDecorator {

	private static final ClassValue<Boolean> RECEIPTS = new ClassValue<>() {

		@Override
		protected Boolean computeValue(Class<?> type) {
			return AnnotatedElementUtils.isAnnotated(type, Receipt.class);
		}

	};

	private final RequestRetrier retrier;

	private final ApiErrorTranslator translator;

	private final CallObservations observations;

	private final Endpoint endpoint;

	private final RequestChecks checks;

	private final DocumentValidation validation;

	private final @Nullable RateLimit rateLimit;

	ExchangeDecorator(HttpExchangeAdapter delegate, RequestRetrier retrier, ApiErrorTranslator translator,
			CallObservations observations, Endpoint endpoint, RequestChecks checks, DocumentValidation validation,
			@Nullable RateLimit rateLimit) {
		super(delegate);
		this.retrier = retrier;
		this.translator = translator;
		this.observations = observations;
		this.endpoint = endpoint;
		this.checks = checks;
		this.validation = validation;
		this.rateLimit = rateLimit;
	}

	@Override
	public void exchange(HttpRequestValues values) {
		call(values, () -> {
			super.exchange(values);
			return null;
		}, (result) -> result);
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
		boolean receipt = isReceipt(type);
		return present(values, () -> {
			try {
				// Spring's own would copy the headers
				T body = super.exchangeForBody(values, type);
				BoundedClientHttpResponse answer = CallContext.of(values).attempt().answer();
				Assert.state(answer != null, "An answer has been read");
				return new ResponseEntity<>(body, answer.getHeaders(), answer.getStatusCode());
			}
			catch (RestClientException | RequestFailure ex) {
				BoundedClientHttpResponse answer = receipt ? CallContext.of(values).attempt().answer() : null;
				if (answer == null || !answer.isSuccessful()) {
					throw ex;
				}
				// its status has told all that must be known
				return ResponseEntity.status(answer.getStatusCode()).build();
			}
		});
	}

	private static boolean isReceipt(ParameterizedTypeReference<?> type) {
		return RECEIPTS
			.get((type.getType() instanceof Class<?> known) ? known : ResolvableType.forType(type.getType()).toClass());
	}

	private <T> T present(HttpRequestValues values, Supplier<@Nullable T> request) {
		T result = call(values, request, (answer) -> complete(values, answer));
		Assert.state(result != null, "An answer without a body has been refused before");
		return result;
	}

	/**
	 * Refuse an incomplete answer where its attempt is still counted.
	 */
	private static <T> @Nullable T complete(HttpRequestValues values, @Nullable T result) {
		CallContext call = CallContext.of(values);
		BoundedClientHttpResponse answer = call.attempt().answer();
		if (result == null) {
			throw RequestFailure.incomplete("the answer has no body", answer);
		}
		if (result instanceof ApiPage<?> page) {
			String fault = page.misplaced(RequestChecks.parameter(values, "page"));
			if (fault == null && !call.isNested()) {
				fault = PageSpliterator.fault(page);
			}
			if (fault != null) {
				throw RequestFailure.incomplete("the answer cannot be used, " + fault, answer);
			}
		}
		return result;
	}

	@SuppressWarnings("try") // the scope is only to be closed
	private <T> @Nullable T call(HttpRequestValues values, Supplier<@Nullable T> request,
			UnaryOperator<@Nullable T> check) {
		this.checks.check(path(values), values);
		String operation = method(values) + " " + path(values);
		this.validation.check(operation, values.getBodyValue());
		Observation observation = this.observations.start(operation);
		CallContext call = CallContext.of(values);
		CallDeadline before = call.deadline().set();
		try (Observation.Scope scope = observation.openScope()) {
			return this.retrier.run(call, method(values), operation, () -> attempt(call, request, check));
		}
		catch (RequestFailure ex) {
			CallObservations.failed(observation, ex.withoutCause(), ex.outcome());
			throw translate(ex.operation(method(values), operation, call, this.endpoint));
		}
		catch (RuntimeException | Error ex) {
			CallObservations.failed(observation, ex, "STOPPED");
			throw ex;
		}
		finally {
			CallDeadline.restore(before);
			CallObservations.stop(observation, call.attempts());
		}
	}

	private DataAccessException translate(FailedOperation operation) {
		DataAccessException exception = this.translator.translate(operation);
		Assert.state(exception != null, () -> this.translator
				+ " gave no exception, let it call ApiErrorTranslator.byStatus(): " + operation.message());
		return exception;
	}

	/**
	 * Make one request. Whatever the application's handlers have made of an answer that
	 * is not 2xx, it is one.
	 */
	private <T> @Nullable T attempt(CallContext call, Supplier<@Nullable T> request, UnaryOperator<@Nullable T> check) {
		if (this.rateLimit != null) {
			this.rateLimit.await(call.deadline().remaining());
		}
		try {
			T result = request.get();
			call.attempt().refuseError();
			return check.apply(result);
		}
		catch (RequestFailure ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			call.attempt().refuseError();
			throw RequestFailure.of(ex, call.attempt());
		}
	}

	private static HttpMethod method(HttpRequestValues values) {
		HttpMethod method = values.getHttpMethod();
		return (method != null) ? method : HttpMethod.GET;
	}

	private static String path(HttpRequestValues values) {
		String template = values.getUriTemplate();
		int query = (template != null) ? template.indexOf('?') : -1;
		return (template != null) ? template.substring(0, (query >= 0) ? query : template.length()) : "";
	}

}
