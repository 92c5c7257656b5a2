package io.contacthub.samples.desk.form;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.contacthub.customer.Customer;
import io.contacthub.error.ApiError;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.error.FailedOperation;
import io.contacthub.error.FailureReason;
import io.contacthub.samples.desk.failure.Trouble;
import io.contacthub.samples.desk.failure.TroubleKind;
import io.contacthub.samples.desk.layout.Labels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what happens to forms that are sent.
 */
@DisplayName("A form that is sent")
class FormsTests {

	private final MockHttpSession session = new MockHttpSession();

	private final Forms forms = new Forms(new Failures(new Labels(new StaticMessageSource())));

	private final SubmissionInterceptor interceptor = new SubmissionInterceptor();

	private BindingResult result = new BeanPropertyBindingResult(new Form("ada@", "Rome"), "form");

	private final Model model = new ExtendedModelMap();

	@AfterEach
	void end() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	@DisplayName("leads to where its writing says")
	void succeeds() {
		Answer answer = send("k", () -> "redirect:/customers/1");
		assertThat(answer.view()).isEqualTo("redirect:/customers/1");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.model.asMap()).isEmpty();
	}

	@Test
	@DisplayName("is shown again with wrong input, and nothing is written")
	void wrongInput() {
		this.result.rejectValue("email", "form.email");
		Answer answer = send("k", () -> {
			throw new AssertionError("written");
		});
		assertThat(answer).isEqualTo(new Answer("form", 422));
		assertThat(this.model.getAttribute("failed")).isEqualTo(true);
	}

	@Test
	@DisplayName("is carried out once if it is sent again, and gets the same answer")
	void sentAgain() {
		AtomicInteger written = new AtomicInteger();
		Supplier<String> write = () -> "redirect:/customers/" + written.incrementAndGet();
		assertThat(send("k", write).view()).isEqualTo("redirect:/customers/1");
		assertThat(send("k", write).view()).isEqualTo("redirect:/customers/1");
		assertThat(send("other", write).view()).isEqualTo("redirect:/customers/2");
		assertThat(send((String) null, write).view()).isEqualTo("redirect:/customers/3");
		assertThat(send("x".repeat(65), write).view()).isEqualTo("redirect:/customers/4");
	}

	@Test
	@DisplayName("waits for the first one if it is sent again meanwhile")
	void sentTwice() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		ExecutorService browser = Executors.newFixedThreadPool(2);
		try {
			Future<Answer> first = browser.submit(() -> send("k", () -> {
				begun.countDown();
				await(goOn);
				return "redirect:/customers/1";
			}));
			await(begun);
			Future<Answer> second = browser.submit(() -> send("k", () -> "redirect:/customers/2"));
			assertThat(second).failsWithin(Duration.ofMillis(100));
			goOn.countDown();
			assertThat(second.get(10, TimeUnit.SECONDS).view()).isEqualTo("redirect:/customers/1");
			assertThat(first.get(10, TimeUnit.SECONDS).view()).isEqualTo("redirect:/customers/1");
		}
		finally {
			browser.shutdownNow();
		}
	}

	@Test
	@DisplayName("can be sent again after a failure")
	void sentAgainAfterFailure() {
		assertThat(send("k", () -> {
			throw new QueryTimeoutException("no answer in time");
		}).status()).isEqualTo(503);
		assertThat(send("k", () -> "redirect:/customers/1").view()).isEqualTo("redirect:/customers/1");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> send("own", () -> {
			throw new IllegalStateException("that of the page itself");
		}));
		assertThat(send("own", () -> "redirect:/customers/2").view()).isEqualTo("redirect:/customers/2");
	}

	@Test
	@DisplayName("does not disturb the same form of somebody else")
	void sentByOther() {
		assertThat(send("k", () -> "redirect:/customers/1").view()).isEqualTo("redirect:/customers/1");
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(new MockHttpSession());
		request.setParameter("formKey", "k");
		assertThat(send(request, () -> "redirect:/customers/2").view()).isEqualTo("redirect:/customers/2");
	}

	@Test
	@DisplayName("names the customer who exists already")
	void conflict() {
		ApiError error = new ApiError(409, "Conflict", List.of(), Map.of("customer", Map.of("id", "c-1")), "l-1", null);
		assertThat(fail(failure(error)).status()).isEqualTo(409);
		assertThat(this.result.getGlobalErrors()).extracting("code").containsExactly("form.conflict");
		assertThat(this.model.getAttribute("conflict")).isInstanceOfSatisfying(CustomerConflictException.class,
				(conflict) -> assertThat(conflict.existingCustomerId()).isEqualTo("c-1"));
	}

	@Test
	@DisplayName("has what ContactHub refused at its field, and the rest above with its label")
	void refusal() {
		ApiError error = new ApiError(400, "Invalid", List.of(item("no mail", "/base/contacts/email"),
				item("no town", "/base/address/city"), item("no country", "/base/address/country"), item("all", null)),
				null, "l-1", null);
		assertThat(fail(failure(error)).status()).isEqualTo(422);
		assertThat(this.result.getFieldErrors("email")).extracting("arguments")
			.containsExactly((Object) new Object[] { "no mail" });
		assertThat(this.result.getFieldErrors("addressCity")).hasSize(1);
		assertThat(this.result.getGlobalErrors()).extracting("arguments")
			.containsExactly(new Object[] { "Country", "no country" }, new Object[] { "all" });
	}

	@Test
	@DisplayName("says so where ContactHub refuses it without a word")
	void silentRefusal() {
		assertThat(fail(failure(new ApiError(400, null, List.of(), null, null, null))).status()).isEqualTo(422);
		assertThat(this.result.getGlobalErrors()).extracting("code").containsExactly("form.refused");
	}

	@Test
	@DisplayName("has what the library refuses at its field")
	void illegalArgument() {
		Map<String, String> fields = new LinkedHashMap<>(Map.of("base.locale", "xx"));
		this.result = new MapBindingResult(fields, "form");
		String surrogate = "\uD800";
		assertThat(send("k", () -> {
			Customer.of(Map.of("base", Map.of("locale", surrogate)));
			return "redirect:/";
		}).status()).isEqualTo(422);
		assertThat(this.result.getFieldErrors("base.locale")).hasSize(1);
		assertThat(this.result.getGlobalErrors()).isEmpty();
	}

	@Test
	@DisplayName("does not hide a fault of the desk")
	void ownFault() {
		assertThatIllegalArgumentException().isThrownBy(() -> send("k", () -> Thread.State.valueOf("none").name()));
	}

	@Test
	@DisplayName("leaves it to a page to say that the customer is gone")
	void notFound() {
		ApiError error = new ApiError(404, "Not found", List.of(), null, "l-1", null);
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> fail(failure(error)));
	}

	@ParameterizedTest
	@CsvSource({ "503, 503, OUTAGE", "429, 503, RATE_LIMIT", "401, 502, TOKEN", "403, 502, RIGHT", "500, 502, BROKEN" })
	@DisplayName("keeps what was typed while ContactHub does not do it")
	void trouble(int status, int shown, TroubleKind kind) {
		assertThat(fail(failure(new ApiError(status, "No", List.of(), null, "l-1", null))))
			.isEqualTo(new Answer("form", shown));
		assertThat(this.model.getAttribute("trouble")).isEqualTo(new Trouble(kind, "l-1", null, false));
		assertThat(this.result.hasErrors()).isFalse();
	}

	@Test
	@DisplayName("says so where something may have been added all the same")
	void unclear() {
		assertThat(fail(failure("POST /events", new ApiError(502, null, List.of(), null, null, null))).status())
			.isEqualTo(503);
		assertThat(this.model.getAttribute("trouble")).isEqualTo(new Trouble(TroubleKind.OUTAGE, null, null, true));
	}

	private Answer fail(DataAccessException failure) {
		return send("k", () -> {
			throw failure;
		});
	}

	private Answer send(String key, Supplier<String> write) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(this.session);
		if (key != null) {
			request.setParameter("formKey", key);
		}
		return send(request, write);
	}

	private Answer send(MockHttpServletRequest request, Supplier<String> write) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
		try {
			return new Answer(this.forms.submit(this.result, this.model, "form", write), response.getStatus());
		}
		finally {
			this.interceptor.afterCompletion(request, response, this, null);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private static ApiError.Item item(String message, String path) {
		return new ApiError.Item(message, path, null, null);
	}

	private static DataAccessException failure(ApiError error) {
		return failure("PATCH /customers/{id}", error);
	}

	private static DataAccessException failure(String operation, ApiError error) {
		return ApiErrorTranslator.byStatus()
			.translate(new FailedOperation(operation, 1, FailureReason.ERROR_STATUS, error.describe(), error, null));
	}

	record Form(String email, String addressCity) {

	}

	private record Answer(String view, int status) {

	}

}
