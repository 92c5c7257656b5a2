package io.contacthub.samples.desk.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.error.ApiError;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.error.FailedOperation;
import io.contacthub.error.FailureReason;
import io.contacthub.samples.desk.failure.Outcome;
import io.contacthub.samples.desk.failure.Trouble;
import io.contacthub.samples.desk.failure.TroubleKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.validation.MapBindingResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what a form says that could not be carried out.
 */
@DisplayName("A form that fails")
@ExtendWith(OutputCaptureExtension.class)
class FormFailuresTests {

	private final FormSender form = new FormSender();

	@Test
	@DisplayName("names the customer who exists already")
	void conflict() {
		ApiError error = new ApiError(409, "Conflict", List.of(), Map.of("customer", Map.of("id", "c-1")), "l-1", null);
		assertThat(fail(failure(error)).status()).isEqualTo(409);
		assertThat(this.form.result().getGlobalErrors()).extracting("code").containsExactly("form.conflict");
		assertThat(this.form.model().getAttribute("conflict")).isInstanceOfSatisfying(CustomerConflictException.class,
				(conflict) -> assertThat(conflict.existingCustomerId()).isEqualTo("c-1"));
	}

	@Test
	@DisplayName("has what ContactHub refused at its field, and the rest above with its label")
	void refusal() {
		ApiError error = new ApiError(400, "Invalid", List.of(item("no mail", "/base/contacts/email"),
				item("no town", "/base/address/city"), item("no country", "/base/address/country"), item("all", null)),
				null, "l-1", null);
		assertThat(fail(failure(error)).status()).isEqualTo(422);
		assertThat(this.form.result().getFieldErrors("email")).extracting("arguments")
			.containsExactly((Object) new Object[] { "no mail" });
		assertThat(this.form.result().getFieldErrors("addressCity")).hasSize(1);
		assertThat(this.form.result().getGlobalErrors()).extracting("arguments")
			.containsExactly(new Object[] { "Country", "no country" }, new Object[] { "all" });
	}

	@Test
	@DisplayName("says so where ContactHub refuses it without a word")
	void silentRefusal() {
		assertThat(fail(failure(new ApiError(400, null, List.of(), null, null, null))).status()).isEqualTo(422);
		assertThat(this.form.result().getGlobalErrors()).extracting("code").containsExactly("form.refused");
	}

	@Test
	@DisplayName("has what the library refuses at its field")
	void illegalArgument() {
		Map<String, String> fields = new LinkedHashMap<>(Map.of("base.locale", "xx"));
		this.form.bind(new MapBindingResult(fields, "form"));
		String surrogate = "\uD800";
		assertThat(this.form.send("k", () -> {
			Customer.of(Map.of("base", Map.of("locale", surrogate)));
			return "redirect:/";
		}).status()).isEqualTo(422);
		assertThat(this.form.result().getFieldErrors("base.locale")).hasSize(1);
		assertThat(this.form.result().getGlobalErrors()).isEmpty();
	}

	@Test
	@DisplayName("has above what the library refuses of all the fields of a member")
	void tooLong() {
		this.form.bind(new MapBindingResult(Map.of("extra", "", "tags.manual", ""), "form"));
		assertThat(refuse("tags has 70000 bytes as JSON: ContactHub takes at most 65536").status()).isEqualTo(422);
		assertThat(this.form.result().getGlobalErrors()).hasSize(1);
		this.form.bind(new MapBindingResult(Map.of("extra", ""), "form"));
		assertThat(refuse("extra has 70000 bytes as JSON: ContactHub takes at most 65536").status()).isEqualTo(422);
		assertThat(this.form.result().getFieldErrors("extra")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "No enum constant java.lang.Thread.State.none", "'email' must not be null",
			"The email is wrong", "customer is null: give the customer to be stored", "null" })
	@DisplayName("does not hide a fault of the desk, also one that the library has found")
	void ownFault(String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> refuse(message)).withMessage(message);
		assertThat(this.form.result().hasErrors()).isFalse();
	}

	@Test
	@DisplayName("leaves it to a page to say that the customer is gone")
	void notFound() {
		ApiError error = new ApiError(404, "Not found", List.of(), null, "l-1", null);
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> fail(failure(error)));
	}

	@ParameterizedTest
	@CsvSource({ "503, 503, OUTAGE, PERHAPS_CHANGED", "429, 503, RATE_LIMIT, NOTHING", "401, 502, TOKEN, NOTHING",
			"403, 502, RIGHT, NOTHING", "500, 502, BROKEN, PERHAPS_CHANGED" })
	@DisplayName("keeps what was typed while ContactHub does not do it")
	void trouble(int status, int shown, TroubleKind kind, Outcome outcome) {
		assertThat(fail(failure(new ApiError(status, "No", List.of(), null, "l-1", null))))
			.isEqualTo(new FormSender.Answer("form", shown));
		assertThat(this.form.model().getAttribute("trouble")).isEqualTo(new Trouble(kind, "l-1", null, outcome));
		assertThat(this.form.result().hasErrors()).isFalse();
	}

	@Test
	@DisplayName("says and notes where something may have been added all the same")
	void unclear(CapturedOutput output) {
		assertThat(fail(failure("POST /events", new ApiError(502, null, List.of(), null, null, null))).status())
			.isEqualTo(503);
		assertThat(this.form.model().getAttribute("trouble"))
			.isEqualTo(new Trouble(TroubleKind.OUTAGE, null, null, Outcome.PERHAPS_ADDED));
		assertThat(output).contains("desk.audit")
			.contains("action=unclear form=/customers/c-1/edit execution=UNKNOWN operation=POST_/events");
	}

	@Test
	@DisplayName("does not say that it may have been added while another copy of it changes something")
	void underWay() {
		FormSender.Answer copy = this.form.send("k", () -> {
			throw new UnderWayException(null);
		});
		assertThat(copy).isEqualTo(new FormSender.Answer("form", 503));
		assertThat(this.form.model().getAttribute("trouble"))
			.isEqualTo(new Trouble(TroubleKind.SLOW, null, null, Outcome.UNDER_WAY));
		assertThat(this.form.model().getAttribute("look")).isEqualTo("/customers");
	}

	@Test
	@DisplayName("is not done again by a copy where it may have been done, but by a form that is shown again")
	void copies() {
		fail(failure("POST /events", new ApiError(502, null, List.of(), null, null, null)));
		FormSender.Answer copy = this.form.send("k", () -> "redirect:/customers/1");
		assertThat(copy).isEqualTo(new FormSender.Answer("form", 503));
		assertThat(this.form.send("new", () -> "redirect:/customers/1").view()).isEqualTo("redirect:/customers/1");
	}

	@Test
	@DisplayName("is not noted where nothing was done, or only read")
	void clear(CapturedOutput output) {
		fail(failure(new ApiError(429, null, List.of(), null, null, null)));
		fail(failure("GET /customers/{id}", new ApiError(502, null, List.of(), null, null, null)));
		assertThat(output).doesNotContain("desk.audit");
	}

	private FormSender.Answer refuse(String message) {
		return this.form.send("k", () -> {
			throw new IllegalArgumentException(message);
		});
	}

	private FormSender.Answer fail(DataAccessException failure) {
		return this.form.send("k", () -> {
			throw failure;
		});
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

}
