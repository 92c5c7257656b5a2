package io.contacthub.emulator.habit;

import java.time.Duration;
import java.util.stream.Stream;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.habit.Wire.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what programs do while lists and events come late, on a clock that is moved.
 */
@DisplayName("With lists that come late")
@ParameterizedClass(name = "by {1}, in a workspace as {0}")
@MethodSource("workspaces")
class LateHabitTests {

	@Parameter(0)
	Workspace workspace;

	@Parameter(1)
	Duration delay;

	private ContactHubEmulator emulator;

	private Wire wire;

	static Stream<Arguments> workspaces() {
		return Stream.of(Workspace.values())
			.flatMap((workspace) -> Stream.of(0, 1, 5)
				.map((seconds) -> Arguments.of(workspace, Duration.ofSeconds(seconds))));
	}

	@BeforeEach
	void start() {
		this.emulator = this.workspace.start(this.delay);
		this.wire = new Wire(this.emulator, this.emulator.token());
	}

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	private String signUp(ApiUser user) {
		Answer created = this.wire.send(user, "POST", "customers",
				"{'nodeId':'{node}','externalId':'e1','base':{'firstName':'Ann','contacts':{'email':'ann@example.com'}}}");
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		return created.id();
	}

	private int count(ApiUser user, String target) {
		Answer answer = this.wire.send(user, "GET", target);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.at("/page/totalElements").intValue();
	}

	/**
	 * Assert that something is seen once the delay is over, and not before.
	 */
	private void assertLate(ApiUser user, String target, int before, int after) {
		if (!this.delay.isZero()) {
			assertThat(count(user, target)).as("at once").isEqualTo(before);
		}
		this.emulator.advance(this.delay);
		assertThat(count(user, target)).as("later").isEqualTo(after);
	}

	@Test
	@DisplayName("Python signs up, waits, finds by external id, patches and finds the change")
	void pythonWaits() {
		String id = signUp(ApiUser.PYTHON);
		assertThat(this.wire.send(ApiUser.PYTHON, "GET", "customers/" + id).status()).isEqualTo(200);
		assertLate(ApiUser.PYTHON, "customers?nodeId={node}&externalId=e1", 0, 1);
		this.wire.send(ApiUser.PYTHON, "PATCH", "customers/" + id, "{'base': {'firstName': 'Bea'}}");
		assertThat(this.wire.send(ApiUser.PYTHON, "GET", "customers/" + id).at("/base/firstName").stringValue())
			.isEqualTo("Bea");
		assertLate(ApiUser.PYTHON,
				"customers?nodeId={node}&query=" + ApiUser.PYTHON
					.encode("{\"name\": \"query\", \"query\": {\"type\": \"simple\", \"are\": {\"condition\": "
							+ "{\"type\": \"atomic\", \"attribute\": \"base.firstName\", \"operator\": \"EQUALS\", "
							+ "\"value\": \"Bea\"}}}}"),
				0, 1);
	}

	@Test
	@DisplayName("a forced update works at once: the conflict does not come late")
	void conflictIsSeenAtOnce() {
		String id = signUp(ApiUser.MAGENTO);
		Answer conflict = this.wire.send(ApiUser.MAGENTO, "POST", "customers",
				"{'nodeId':'{node}','base':{'contacts':{'email':'ann@example.com'}}}");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(this.wire
			.send(ApiUser.MAGENTO, "PATCH", "customers/" + conflict.at("/data/customer/id").stringValue(),
					"{'id':'" + id + "','extra':'forced'}")
			.at("/extra")
			.stringValue()).isEqualTo("forced");
	}

	@Test
	@DisplayName("Node.js reads, tags by replacement, and reads its tag at once")
	void nodeTags() {
		String id = signUp(ApiUser.NODE);
		this.wire.send(ApiUser.NODE, "PUT", "customers/" + id, "{'nodeId':'{node}','id':'" + id
				+ "','base':{'contacts':{'email':'ann@example.com'}},'tags':{'auto':[],'manual':['vip']}}");
		assertThat(this.wire.send(ApiUser.NODE, "GET", "customers/" + id).at("/tags/manual/0").stringValue())
			.isEqualTo("vip");
		assertLate(ApiUser.NODE, "customers?nodeId={node}&page=0", 0, 1);
	}

	@Test
	@DisplayName("Java sends an event, waits, and finds it by customer")
	void javaSendsEvent() {
		String id = signUp(ApiUser.JAVA);
		String event = this.wire
			.send(ApiUser.JAVA, "POST", "events",
					"{'customerId':'" + id + "','type':'viewedPage','context':'WEB','properties':{}}")
			.id();
		if (!this.delay.isZero()) {
			assertThat(this.wire.send(ApiUser.JAVA, "GET", "events/" + event).status()).isEqualTo(404);
		}
		assertLate(ApiUser.JAVA, "events?customerId=" + id, 0, 1);
		assertThat(this.wire.send(ApiUser.JAVA, "GET", "events/" + event).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("a page's events before and after the sign-up are the customer's in the end")
	void pageIsFollowed() {
		Wire page = new Wire(this.emulator, "page");
		String event = "{'type':'viewedPage','context':'WEB','contextInfo':{},'properties':{},"
				+ "'bringBackProperties':{'type':'SESSION_ID','value':'sid','nodeId':'{node}'}}";
		page.send(ApiUser.BROWSER, "POST", "events", event);
		String id = signUp(ApiUser.BROWSER);
		page.send(ApiUser.BROWSER, "POST", "customers/" + id + "/sessions", "{'value':'sid'}");
		page.send(ApiUser.BROWSER, "POST", "events", event);
		assertLate(ApiUser.NODE, "events?customerId=" + id, 0, 2);
	}

	@Test
	@DisplayName("PHP's customer of an unknown external id is found later")
	void phpBringsBack() {
		this.wire.send(ApiUser.PHP, "POST", "events", "{'type':'viewedPage','context':'MOBILE','properties':{},"
				+ "'bringBackProperties':{'type':'EXTERNAL_ID','value':'45','nodeId':'{node}'}}");
		this.emulator.advance(this.delay);
		this.emulator.advance(this.delay);
		assertThat(count(ApiUser.PHP, "customers?externalId=45&nodeId={node}")).isEqualTo(1);
	}

	@Test
	@DisplayName("a deleted customer is gone at once, and from lists later")
	void deletionIsSeen() {
		String id = signUp(ApiUser.DOTNET);
		this.emulator.advance(this.delay);
		this.wire.send(ApiUser.DOTNET, "DELETE", "customers/" + id + "?nodeId={node}");
		assertThat(this.wire.send(ApiUser.DOTNET, "GET", "customers/" + id).status()).isEqualTo(404);
		assertLate(ApiUser.DOTNET, "customers?nodeId={node}&externalId=e1&size=1", 1, 0);
	}

}
