package io.contacthub.emulator.habit;

import java.util.Locale;
import java.util.Map;

import io.contacthub.emulator.habit.Wire.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the SDK for browsers, with a token that is not trusted, on a page of another
 * origin.
 */
@DisplayName("A page of a shop")
@ParameterizedClass(name = "in a workspace as {0}")
@EnumSource(Workspace.class)
class PageHabitTests extends AbstractHabitTests {

	private static Answer send(String method, String target, String body) {
		return new Wire(emulator, "page").send(ApiUser.BROWSER, method, target, body);
	}

	@ParameterizedTest(name = "{0} {1}")
	@DisplayName("may ask before it sends, without a token")
	@CsvSource({ "POST, customers", "POST, events", "PATCH, customers/1", "POST, customers/1/sessions" })
	void preflightIsAnswered(String method, String path) {
		String head = "OPTIONS /hub/v1/workspaces/" + emulator.workspaceId() + "/" + path + " HTTP/1.1\r\n"
				+ "Host: 127.0.0.1\r\nOrigin: https://shop.example\r\nAccess-Control-Request-Method: " + method
				+ "\r\nAccess-Control-Request-Headers: authorization,contactlab-clientid,content-type\r\n\r\n";
		Answer answer = wire.exchange(head, new byte[0]);
		Map<String, String> headers = answer.headers();
		assertThat(answer.status()).isBetween(200, 204);
		assertThat(headers.get("Access-Control-Allow-Origin")).isIn("*", "https://shop.example");
		assertThat(headers.get("Access-Control-Allow-Methods")).contains(method);
		assertThat(headers.get("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT)).contains("authorization",
				"contactlab-clientid", "content-type");
	}

	@Test
	@DisplayName("follows a visitor who signs up")
	void visitorIsFollowed() {
		String event = send("POST", "events",
				"{'type':'viewedPage','context':'WEB','contextInfo':{},'properties':{'title':'T'},"
						+ "'bringBackProperties':{'type':'SESSION_ID','value':'sid','nodeId':'{node}'}}")
			.id();
		Answer created = send("POST", "customers",
				"{'base':{'firstName':'Bo','contacts':{'email':'bo@example.com'}},'nodeId':'{node}'}");
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		assertThat(created.headers()).containsKey("Access-Control-Allow-Origin");
		String customer = "customers/" + created.id();
		assertThat(send("POST", customer + "/sessions", "{'value':'sid'}").status()).isEqualTo(201);
		assertThat(send("PATCH", customer, "{'base':{'firstName':'Bob'}}").status()).isEqualTo(200);
		assertThat(send("PATCH", customer, "{'id':'" + created.id() + "','base':{'lastName':'Z'}}").status())
			.isEqualTo(200);
		assertThat(wire.send(ApiUser.NODE, "GET", "events/" + event).at("/customerId").stringValue())
			.isEqualTo(created.id());
		assertThat(wire.send(ApiUser.NODE, "GET", customer).at("/base/firstName").stringValue()).isEqualTo("Bob");
	}

	@ParameterizedTest(name = "{0} {1}")
	@DisplayName("may not read or delete, and can see that it may not")
	@CsvSource({ "GET, customers/ann, 403", "DELETE, customers/ann, 403", "GET, events?customerId=ann, 403" })
	void readingIsRefused(String method, String target, int status) {
		seed("{'id':'ann','nodeId':'{node}','base':{'contacts':{'email':'ann@example.com'}}}");
		Answer answer = send(method, target, "");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.headers()).containsKey("Access-Control-Allow-Origin");
		assertThat(answer.at("/message").isString()).isTrue();
	}

	@Test
	@DisplayName("can see that its token is wrong, and that it was in conflict")
	void failureIsVisible() {
		create(ApiUser.BROWSER, "");
		Answer conflict = send("POST", "customers",
				"{'base':{'contacts':{'email':'ann@example.com'}},'nodeId':'{node}'}");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.headers()).containsKey("Access-Control-Allow-Origin");
		Answer unknown = new Wire(emulator, "wrong").send(ApiUser.BROWSER, "POST", "events", "{}");
		assertThat(unknown.status()).isEqualTo(401);
		assertThat(unknown.headers()).containsKey("Access-Control-Allow-Origin");
	}

}
