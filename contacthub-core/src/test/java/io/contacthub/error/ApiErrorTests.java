package io.contacthub.error;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link ApiError} and its translation.
 */
@DisplayName("An error of the API")
class ApiErrorTests {

	private static final String CONFLICT = """
			{"message":"Conflict with exiting customer fa2deda3-0000-4000-8000-000000000001","logref":"5c38ce36",
			"data":{"customer":%s},"errors":[]}""";

	@Test
	@DisplayName("S166 says status, message, errors, data and logref, in this order")
	void describes() {
		ApiError error = read(400,
				"""
						{"logref":"5c38","data":{"a":1},"message":"source customer is not valid",
						"errors":[{"message":"unique customer property is required","path":"/base/credential/username","data":null,"code":7}]}""");
		assertThat(error.describe()).isEqualTo("status 400, message: source customer is not valid, "
				+ "errors: [unique customer property is required at /base/credential/username], data: {a=1}, logref: 5c38");
		assertThat(error.errors()).containsExactly(
				new ApiError.Item("unique customer property is required", "/base/credential/username", null, 7));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "<html>Bad Gateway</html>", "{\"message\":", "[]", "\"text\"", "17", "null",
			"{}", "\u0000\u0001" })
	@DisplayName("S165 has its status whatever the body is")
	void readsAnyBody(String body) {
		ApiError error = read(502, body);
		assertThat(error.status()).isEqualTo(502);
		assertThat(error.describe()).startsWith("status 502");
		assertThat(error.errors()).isEmpty();
	}

	@Test
	@DisplayName("S166 has whatever came with each of its faults")
	void keepsDataOfFaults() {
		ApiError error = read(400,
				"""
						{"message":"m","errors":[{"message":"a","path":"/x","data":{"allowed":["b",1]},"code":"E1"},{"data":false}]}""");
		assertThat(error.errors()).containsExactly(
				new ApiError.Item("a", "/x", Map.of("allowed", List.of("b", 1)), "E1"),
				new ApiError.Item(null, null, false, null));
	}

	@Test
	@DisplayName("keeps the beginning of a body that is no error document")
	void keepsExcerpt() {
		assertThat(read(502, "<html>Bad Gateway</html>").body()).isEqualTo("<html>Bad Gateway</html>");
		assertThat(read(502, "x".repeat(100_000)).body()).hasSize(503).endsWith("...");
	}

	@Test
	@DisplayName("keeps up to 500 characters of it, without the blanks around them")
	void boundsExcerpt() {
		assertThat(read(502, " \n" + "x".repeat(500) + "\n").body()).isEqualTo("x".repeat(500));
		assertThat(read(502, "x".repeat(501)).body()).isEqualTo("x".repeat(500) + "...");
		assertThat(read(502, "\u4E2D".repeat(501)).body()).isEqualTo("\u4E2D".repeat(500) + "...");
	}

	@Test
	@DisplayName("S165 S166 gives its exception the single faults")
	void givesFaults() {
		ApiError error = read(400, "{\"errors\":[{\"message\":\"a\",\"path\":\"/x\"},{\"message\":\"b\"}]}");
		assertThat(((ContactHubFailure) translate(error)).errors())
			.containsExactly(new ApiError.Item("a", "/x", null, null), new ApiError.Item("b", null, null, null));
	}

	@Test
	@DisplayName("survives a body of 100,000 nested lists")
	void survivesDepth() {
		assertThat(read(500, "[".repeat(100_000)).status()).isEqualTo(500);
	}

	@Test
	@DisplayName("reads the default error document of Spring Boot")
	void readsSpringBootDocument() {
		ApiError error = read(404,
				"{\"timestamp\":1,\"status\":404,\"error\":\"Not Found\",\"message\":\"No message available\",\"path\":\"/x\"}");
		assertThat(error.message()).isEqualTo("No message available");
	}

	@Test
	@DisplayName("survives members of other types")
	void survivesOtherTypes() {
		ApiError error = read(400, "{\"message\":{\"a\":1},\"errors\":{\"x\":1},\"logref\":12,\"data\":\"text\"}");
		assertThat(error.logref()).isEqualTo("12");
		assertThat(error.data()).isEqualTo("text");
		assertThat(read(400, "{\"errors\":[\"plain\",null,3]}").errors()).extracting(ApiError.Item::message)
			.containsExactly("plain", "3");
	}

	@ParameterizedTest
	@CsvSource({ "400,DataIntegrityViolationException", "401,PermissionDeniedDataAccessException",
			"403,PermissionDeniedDataAccessException", "404,EmptyResultDataAccessException",
			"409,DuplicateKeyException", "422,DataIntegrityViolationException",
			"423,TransientDataAccessResourceException", "429,TransientDataAccessResourceException",
			"500,DataAccessResourceFailureException", "501,DataAccessResourceFailureException",
			"502,TransientDataAccessResourceException", "503,TransientDataAccessResourceException",
			"504,TransientDataAccessResourceException", "302,InvalidDataAccessResourceUsageException",
			"405,InvalidDataAccessResourceUsageException", "408,TransientDataAccessResourceException",
			"600,InvalidDataAccessResourceUsageException", "999,InvalidDataAccessResourceUsageException",
			"418,InvalidDataAccessResourceUsageException" })
	@DisplayName("S165 becomes the exception that Spring users know, and carries the error")
	void translates(int status, String type) throws ClassNotFoundException {
		ApiError error = read(status, "{\"message\":\"m\",\"logref\":\"l\"}");
		DataAccessException exception = translate(error);
		assertThat(exception).isInstanceOf(Class.forName("org.springframework.dao." + type));
		ContactHubFailure failure = (ContactHubFailure) exception;
		assertThat(failure.apiError()).isEqualTo(error);
		assertThat(failure.operation()).isEqualTo("POST /customers");
		assertThat(failure.attempts()).isEqualTo(2);
		assertThat(failure.errors()).isEmpty();
		assertThat(failure.logref()).isEqualTo("l");
		assertThat(exception)
			.hasMessage("POST /customers failed after 2 attempts: status " + status + ", message: m, logref: l");
	}

	@Test
	@DisplayName("S167 of a conflict names the existing customer")
	void namesExistingCustomer() {
		assertThat(existing(CONFLICT.formatted("{\"id\":\"c1\",\"href\":\"https://example.com/customers/c2\"}")))
			.isEqualTo("c1");
		assertThat(existing(CONFLICT.formatted("{\"href\":\"https://example.com/customers/c2\"}"))).isEqualTo("c2");
		assertThat(existing(CONFLICT.formatted("null"))).isEqualTo("fa2deda3-0000-4000-8000-000000000001");
		assertThat(existing("{\"message\":\"Request fa2deda3-0000-4000-8000-000000000001 conflicts with customer "
				+ "fa2deda3-0000-4000-8000-000000000002\"}"))
			.isEqualTo("fa2deda3-0000-4000-8000-000000000002");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"data\":7}", "{\"data\":{\"customer\":{\"id\":\"\",\"href\":\"x\"}}}",
			"{\"message\":\"Conflict\",\"data\":{\"customer\":[]}}" })
	@DisplayName("S167 of a conflict names no customer when the API does not")
	void namesNoCustomer(String body) {
		assertThat(existing(body)).isNull();
	}

	@Test
	@DisplayName("has a list of faults that cannot be changed")
	void copiesErrors() {
		assertThat(new ApiError(400, null, List.of(), null, null, null).errors()).isUnmodifiable();
	}

	@Test
	@DisplayName("is one bounded line in a message, whatever the server sends")
	void boundsItsMessage() {
		ApiError error = read(400, "{\"message\":\"a\\r\\nERROR forged line\\u2028\\u0000" + "x".repeat(60_000)
				+ "\",\"data\":\"" + "y".repeat(3000) + "\",\"logref\":\"" + "z".repeat(3000) + "\"}");
		assertThat(error.message()).hasSizeGreaterThan(60_000);
		assertThat(error.describe()).hasSizeLessThan(3200)
			.startsWith("status 400, message: a ERROR forged line x")
			.contains("x..., data: y", "y..., logref: z")
			.doesNotContainPattern("[\\p{Cntrl}\u2028]");
	}

	@Test
	@DisplayName("of an answer that says success has its status, its beginning and no message of its own")
	void keepsUnreadableAnswers() {
		ApiError error = ApiError.unreadable(200, "<html>".getBytes(StandardCharsets.UTF_8));
		assertThat(error).isEqualTo(new ApiError(200, null, List.of(), null, null, "<html>"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 404, 409, 500, 503, 302 })
	@DisplayName("has the cause that it is given, whatever it becomes")
	void hasCause(int status) {
		IOException cause = new IOException("cause");
		ApiError error = read(status, "{}");
		assertThat(ApiErrorTranslator.byStatus()
			.translate(new FailedOperation("GET /", 1, FailureReason.ERROR_STATUS, "no", error, cause)))
			.hasCause(cause);
	}

	@ParameterizedTest
	@CsvSource({ "NOT_CONNECTED, 0, , ALWAYS", "ERROR_STATUS, 423, , ALWAYS", "ERROR_STATUS, 429, , ALWAYS",
			"ERROR_STATUS, 503, PT1S, ALWAYS", "ERROR_STATUS, 503, , IF_IDEMPOTENT",
			"ERROR_STATUS, 408, , IF_IDEMPOTENT", "ERROR_STATUS, 502, PT1S, IF_IDEMPOTENT",
			"ERROR_STATUS, 504, , IF_IDEMPOTENT", "TIMED_OUT, 0, , IF_IDEMPOTENT",
			"CONNECTION_LOST, 0, , IF_IDEMPOTENT", "ERROR_STATUS, 400, , NEVER", "ERROR_STATUS, 500, PT1S, NEVER",
			"UNREADABLE_ANSWER, 200, , NEVER", "UNTRUSTED_SERVER, 0, , NEVER" })
	@DisplayName("tells whether the request may be made again, and when")
	void tellsRepeatability(FailureReason reason, int status, Duration retryAfter, Repeatability repeatability) {
		ApiError error = (status != 0) ? read(status, "{}") : null;
		DataAccessException exception = ApiErrorTranslator.byStatus()
			.translate(new FailedOperation("POST /events", 1, reason, "no", error, null, retryAfter));
		ContactHubFailure failure = ContactHubFailure.in(exception).orElseThrow();
		assertThat(failure.repeatability()).isEqualTo(repeatability);
		assertThat(failure.retryAfter()).isEqualTo(retryAfter);
	}

	@ParameterizedTest
	@CsvSource({ "NOT_CONNECTED, 0, , NO", "UNTRUSTED_SERVER, 0, , NO", "ERROR_STATUS, 400, , NO",
			"ERROR_STATUS, 404, , NO", "ERROR_STATUS, 423, , NO", "ERROR_STATUS, 429, , NO",
			"ERROR_STATUS, 503, PT1S, NO", "ERROR_STATUS, 503, , UNKNOWN", "ERROR_STATUS, 302, , UNKNOWN",
			"ERROR_STATUS, 408, , UNKNOWN", "ERROR_STATUS, 500, PT1S, UNKNOWN", "ERROR_STATUS, 502, PT1S, UNKNOWN",
			"ERROR_STATUS, 600, , UNKNOWN", "TIMED_OUT, 0, , UNKNOWN", "CONNECTION_LOST, 0, , UNKNOWN",
			"UNREADABLE_ANSWER, 200, , YES" })
	@DisplayName("tells whether the request was carried out, and by which method it was made")
	void tellsExecution(FailureReason reason, int status, Duration retryAfter, Execution execution) {
		ApiError error = (status != 0) ? read(status, "{}") : null;
		FailedOperation operation = new FailedOperation("POST /events", 1, reason, "no", error, null, retryAfter);
		assertThat(operation.execution()).isEqualTo(execution);
		assertThat(operation.method()).isEqualTo(HttpMethod.POST);
		assertThat(ContactHubFailure.in(ApiErrorTranslator.byStatus().translate(operation)).orElseThrow().execution())
			.isEqualTo(execution);
	}

	@ParameterizedTest
	@EnumSource(FailureReason.class)
	@DisplayName("S165 goes with its exception wherever that is sent")
	void isSerializable(FailureReason reason) throws Exception {
		ApiError error = read(409, CONFLICT.formatted("{\"id\":\"c1\"}"));
		DataAccessException exception = ApiErrorTranslator.byStatus()
			.translate(new FailedOperation("POST /customers", 2, reason, "no", error, new IOException("cause")));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(exception);
		Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
		assertThat(copy).isInstanceOf(exception.getClass()).isInstanceOf(ContactHubFailure.class);
		assertThat(((ContactHubFailure) copy).apiError()).isEqualTo(error);
		assertThat(((ContactHubFailure) copy).reason()).isEqualTo(reason);
		assertThat((DataAccessException) copy).hasMessage("POST /customers failed after 2 attempts: no")
			.cause()
			.hasMessage("cause");
	}

	@Test
	@DisplayName("S165 has a summary for a log that quotes nothing of what was sent or answered")
	void isSummarized() {
		String quoted = "ada@example.com";
		DataAccessException exception = translate(read(400,
				"""
						{"message":"Q is none","logref":"5c38","data":"Q","errors":[
						{"message":"Q","path":"/extended/größe[2]/name","data":"Q","code":7},{"message":"Q","path":"/Q","code":"Q"},
						{"message":"Q","path":"/a\\nb","data":{"Q":"Q"},"code":393331234567}]}"""
					.replace("Q", quoted)));
		assertThat(exception).hasMessageContaining(quoted);
		assertThat(ContactHubFailure.summary(new IllegalStateException(quoted, exception)))
			.isEqualTo("POST /customers failed after 2 attempts: ERROR_STATUS, status 400, "
					+ "errors: [code 7 at /extended/größe[2]/name, somewhere, somewhere], logref: 5c38");
		assertThat(new FailedOperation("GET /customers", 1, FailureReason.TIMED_OUT, "no", null, null).summary())
			.isEqualTo("GET /customers failed: TIMED_OUT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada@example.com", "+39 333 1234567", "393331234567", "RSSMRA80A01H501U", "Ada.Lovelace",
			"/home of Ada", "Ada\\nLovelace" })
	@DisplayName("S165 has a summary without places and codes that are none")
	void isSummarizedWithoutValues(String value) {
		assertThat(summary("{\"errors\":[{\"path\":\"" + value + "\",\"code\":\"" + value + "\",\"message\":\"" + value
				+ "\"}],\"message\":\"" + value + "\"}"))
			.isEqualTo("POST /customers failed after 2 attempts: ERROR_STATUS, status 400, errors: [somewhere]");
		assertThat(summary(value)).isEqualTo("POST /customers failed after 2 attempts: ERROR_STATUS, status 400");
	}

	@Test
	@DisplayName("S165 has a short summary, however much was answered")
	void isSummarizedShortly() {
		String fault = "{\"path\":\"/" + "a".repeat(200) + "\",\"code\":" + "1".repeat(1000) + "},";
		assertThat(summary("{\"logref\":\"" + "l".repeat(101) + "\",\"errors\":[" + fault.repeat(99) + "{}]}"))
			.endsWith("] and 90 more")
			.hasSizeLessThan(2500);
	}

	private static String summary(String body) {
		return ContactHubFailure.summary(translate(read(400, body)));
	}

	@Test
	@DisplayName("has a summary of other exceptions: the class and the place")
	void othersAreSummarized() {
		IllegalStateException thrown = new IllegalStateException("ada@example.com");
		assertThat(ContactHubFailure.summary(thrown)).startsWith(
				"java.lang.IllegalStateException at " + ApiErrorTests.class.getName() + ".othersAreSummarized(");
		assertThat(ContactHubFailure.summary(catchThrowable(() -> Assert.notNull(null, "ada@example.com"))))
			.startsWith("java.lang.IllegalArgumentException at " + ApiErrorTests.class.getName());
		assertThat(ContactHubFailure.summary(null)).isEqualTo("no failure is known");
		thrown.setStackTrace(new StackTraceElement[0]);
		assertThat(ContactHubFailure.summary(thrown)).isEqualTo("java.lang.IllegalStateException");
	}

	private static ApiError read(int status, String body) {
		return ApiError.of(status, body.getBytes(StandardCharsets.UTF_8));
	}

	private static String existing(String body) {
		return ((CustomerConflictException) translate(read(409, body))).existingCustomerId();
	}

	private static DataAccessException translate(ApiError error) {
		return ApiErrorTranslator.byStatus()
			.translate(new FailedOperation("POST /customers", 2, FailureReason.ERROR_STATUS, error.describe(), error,
					null));
	}

}
