package io.contacthub.emulator;

import java.net.http.HttpResponse;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SeedOperations}.
 */
@DisplayName("Over HTTP a workspace")
class SeedOperationsTests {

	private static ContactHubEmulator emulator;

	private static ControlClient control;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.builder().workspace("italy", "shop").start();
		control = new ControlClient(emulator);
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	@Test
	@DisplayName("is filled with the lines of a file, and told what came")
	void workspaceIsFilled() {
		Response seeded = control.post("seed", customer("c1", emulator.nodeId()) + "\n" + event("e1") + "\n"
				+ event("e2") + "\n{'value':'v','customerId':'c1'}\n");
		assertThat(seeded.status()).isEqualTo(200);
		assertThat(seeded.json()).isEqualTo(ApiClient.json("{'customers':1,'events':2,'sessions':1}"));
		assertThat(control.get("customers/c1").at("/base/firstName").stringValue()).isEqualTo("Zoë");
		assertThat(control.get("events").at("/page/totalElements").intValue()).isEqualTo(2);
	}

	@Test
	@DisplayName("takes nothing of a file with a fault, and tells its line")
	void faultIsTold() {
		Response refused = control.post("seed",
				customer("c1", emulator.nodeId()) + "\n" + event("e1") + "\n{'nodeId':'elsewhere'}\n");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().propertyNames()).containsExactly("message");
		assertThat(refused.at("/message").stringValue()).startsWith("line 3: ").contains("elsewhere");
		assertThat(control.get("customers").at("/page/totalElements").intValue()).isZero();
		assertThat(control.get("events").at("/page/totalElements").intValue()).isZero();
	}

	@Test
	@DisplayName("is written so that it can be filled with the same again")
	void exportCanBeSeeded() {
		control.post("seed", customer("c1", emulator.nodeId()) + "\n" + event("e1"));
		HttpResponse<String> export = control.exchange(control.request("export"));
		assertThat(export.statusCode()).isEqualTo(200);
		assertThat(export.headers().firstValue("Content-Type")).hasValue("application/x-ndjson;charset=UTF-8");
		assertThat(export.body()).contains("Zoë");
		assertThat(export.body().lines()).hasSize(2);
		control.post("reset");
		assertThat(control.exchange(control.request("export")).body()).isEmpty();
		assertThat(control.post("seed", export.body()).status()).isEqualTo(200);
		assertThat(control.exchange(control.request("export")).body()).isEqualTo(export.body());
	}

	@Test
	@DisplayName("is the first one, or the one that is named")
	void workspaceIsNamed() {
		assertThat(control.post("seed?workspace=italy", customer("c1", "shop")).status()).isEqualTo(200);
		assertThat(control.get("export").text()).isEmpty();
		assertThat(control.get("export", "workspace", "italy").text()).contains("Zoë");
	}

	@ParameterizedTest
	@ValueSource(strings = { "seed?workspace=spain", "export?workspace=spain" })
	@DisplayName("that does not exist is told")
	void workspaceIsMissing(String path) {
		Response missing = path.startsWith("seed") ? control.post(path, "{}") : control.get(path);
		assertThat(missing.status()).isEqualTo(404);
		assertThat(missing.at("/message").stringValue()).startsWith("There is no workspace spain, but ");
	}

	private static String customer(String id, String node) {
		return "{'id':'" + id + "','nodeId':'" + node + "','base':{'firstName':'Zoë'}}";
	}

	private static String event(String id) {
		return "{'id':'" + id + "','customerId':'c1','type':'loggedIn','context':'WEB','properties':{}}";
	}

}
