package io.contacthub.emulator.habit;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.habit.Wire.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One emulator for each kind of workspace in which the tests of a class run, empty before
 * each of them.
 */
abstract class AbstractHabitTests {

	static ContactHubEmulator emulator;

	static Wire wire;

	@Parameter
	Workspace workspace;

	@BeforeParameterizedClassInvocation
	static void start(Workspace workspace) {
		emulator = workspace.start(Duration.ZERO);
		wire = new Wire(emulator, emulator.token());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	/**
	 * Put documents into the workspace, single quotes standing for double ones and
	 * <code>{node}</code> for the id of the node.
	 */
	static void seed(String... documents) {
		emulator.seed(new StringReader(Stream.of(documents)
			.map((document) -> document.replace('\'', '"').replace("{node}", emulator.nodeId()))
			.collect(Collectors.joining("\n"))));
	}

	/**
	 * Create a customer as a program does, with members in addition to node and address.
	 */
	static String create(ApiUser user, String members) {
		Answer answer = wire.send(user, "POST", "customers",
				"{'nodeId':'{node}','base':{'firstName':'Ann','contacts':{'email':'ann@example.com'}}" + members + "}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return answer.id();
	}

	static List<String> ids(Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.at("/elements").valueStream().map((element) -> element.path("id").stringValue()).toList();
	}

}
