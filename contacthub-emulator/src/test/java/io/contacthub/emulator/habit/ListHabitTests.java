package io.contacthub.emulator.habit;

import java.util.List;
import java.util.stream.IntStream;

import io.contacthub.emulator.habit.Wire.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the ways in which programs ask for lists of customers.
 */
@DisplayName("A list of customers")
@ParameterizedClass(name = "in a workspace as {0}")
@EnumSource(Workspace.class)
class ListHabitTests extends AbstractHabitTests {

	@BeforeEach
	void seedCustomers() {
		seed(IntStream.rangeClosed(1, 12).mapToObj(ListHabitTests::customer).toArray(String[]::new));
	}

	private static String customer(int number) {
		String id = "c%02d".formatted(number);
		String externalId = (number == 1) ? "ext +/1" : (number < 4) ? "twice" : id;
		return """
				{'id':'%s','nodeId':'{node}','externalId':'%s','extra':'e','updatedAt':'2020-01-01T00:00:%02dZ',\
				'base':{'firstName':'N%02d','lastName':'L','contacts':{'email':'%s@example.com'}}}""".formatted(id,
				externalId, number, 50 - number, id);
	}

	@ParameterizedTest(name = "as {0} asks for it: {1}")
	@DisplayName("is what the program expects")
	@CsvSource(delimiter = '|', textBlock = """
			PYTHON  | nodeId={node}                                             | c01..c10 | 0 10 12 2
			PYTHON  | nodeId={node}&page=1                                      | c11..c12 | 1 10 12 2
			PYTHON  | nodeId={node}&size=5&page=2                               | c11..c12 | 2 5 12 3
			PYTHON  | nodeId={node}&externalId=ext+%2B%2F1                      | c01..c01 | 0 10 1 1
			PYTHON  | nodeId={node}&externalId=nobody                           |          | 0 10 0 0
			PYTHON  | nodeId={node}&size=3&fields=extra%2Cbase.firstName        | c01..c03 | 0 3 12 4
			JAVA    | nodeId={node}                                             | c01..c10 | 0 10 12 2
			JAVA    | externalId=twice&nodeId={node}                            | c02..c03 | 0 10 2 1
			JAVA    | page=2&nodeId={node}                                      |          | 2 10 12 2
			JAVA    | page=0&size=50&nodeId={node}                              | c01..c12 | 0 50 12 1
			JAVA    | sort=base.firstName%2Casc&fields=base.firstName&nodeId={node} | c12..c03 | 0 10 12 2
			NODE    | nodeId={node}&page=0                                      | c01..c10 | 0 10 12 2
			NODE    | nodeId={node}&page=2                                      |          | 2 10 12 2
			NODE    | nodeId={node}&externalId=ext+%2B%2F1                      | c01..c01 | 0 10 1 1
			NODE    | nodeId={node}&fields=base.firstName&sort=base.firstName,asc | c12..c03 | 0 10 12 2
			NODE    | nodeId={node}&sort=base.contacts.email,desc               | c12..c03 | 0 10 12 2
			PHP     | nodeId={node}                                             | c01..c10 | 0 10 12 2
			PHP     | externalId=ext%20%2B%2F1&nodeId={node}                    | c01..c01 | 0 10 1 1
			PHP     | size=2&page=1&nodeId={node}                               | c03..c04 | 1 2 12 6
			PHP     | sort=base.firstName%2Cdesc&nodeId={node}                  | c01..c10 | 0 10 12 2
			GO      | nodeId={node}&page=0&size=20                              | c01..c12 | 0 20 12 1
			GO      | externalId=twice&nodeId={node}&page=0&size=20             | c02..c03 | 0 20 2 1
			DOTNET  | nodeId={node}&externalId=twice&size=1                     | c02..c02 | 0 1 2 2
			DOTNET  | nodeId={node}&size=50&page=1                              |          | 1 50 12 1
			DOTNET  | nodeId={node}&externalId=ext%20%2b%2f1&size=1             | c01..c01 | 0 1 1 1
			ZAPIER  | nodeId={node}&sort=registeredAt,desc&size=50              |          | 0 50 12 1
			ZENDESK | nodeId={node}&sort=updatedAt,DESC&size=4                  | c12..c09 | 0 4 12 3
			ZENDESK | nodeId={node}&sort=base.firstName                         | c12..c03 | 0 10 12 2
			ZENDESK | nodeId={node}&sort=base.lastName%2CASC&sort=base.firstName%2CASC | c12..c03 | 0 10 12 2
			""")
	void listIsAnswered(ApiUser user, String query, String range, String page) {
		Answer answer = wire.send(user, "GET", "customers?" + query);
		if (range != null) {
			assertThat(ids(answer)).isEqualTo(expected(range));
		}
		JsonNode actual = answer.at("/page");
		assertThat(List.of(actual.path("number").intValue(), actual.path("size").intValue(),
				actual.path("totalElements").intValue(), actual.path("totalPages").intValue()))
			.isEqualTo(List.of(page.split(" ")).stream().map(Integer::valueOf).toList());
		assertThat(actual.path("totalUnfilteredElements").isInt()).as("Python's SDK needs it").isTrue();
		assertThat(answer.at("/elements").valueStream()).allSatisfy((element) -> {
			assertThat(element.path("base").isObject()).as("Python's SDK looks into it").isTrue();
			assertThat(element.has("externalId")).isTrue();
		});
	}

	private static List<String> expected(String range) {
		int first = Integer.parseInt(range.substring(1, 3));
		int last = Integer.parseInt(range.substring(6));
		int step = (first <= last) ? 1 : -1;
		return IntStream.iterate(first, (number) -> number != last + step, (number) -> number + step)
			.mapToObj("c%02d"::formatted)
			.toList();
	}

	@ParameterizedTest(name = "as {0} asks for it")
	@DisplayName("with fields has these alone, and the others unset")
	@CsvSource({ "PYTHON, extra%2Cbase.contacts.email", "JAVA, extra%2Cbase.contacts.email",
			"NODE, 'extra,base.contacts.email'", "PHP, extra%2Cbase.contacts.email",
			"GO, extra%2Cbase.contacts.email" })
	void fieldsAreSelected(ApiUser user, String fields) {
		Answer answer = wire.send(user, "GET", "customers?nodeId={node}&size=1&fields=" + fields);
		assertThat(ids(answer)).containsExactly("c01");
		assertThat(answer.at("/elements/0/extra").stringValue()).isEqualTo("e");
		assertThat(answer.at("/elements/0/base/contacts/email").stringValue()).isEqualTo("c01@example.com");
		assertThat(answer.at("/elements/0/base/firstName").isNull()).isTrue();
		assertThat(answer.at("/elements/0/externalId").isNull()).isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("is refused in the words that programs look for")
	@CsvSource(delimiter = '|', textBlock = """
			NODE | /hub/v1/workspaces/fake/customers?nodeId={node} | 403 | workspace not found: fake
			NODE | customers?nodeId=fake                           | 404 | node not found fake
			PHP  | NOT_EXISTENT_ROUTE                              | 404 |
			""")
	void refusalIsTold(ApiUser user, String target, int status, String message) {
		Answer answer = wire.send(user, "GET", target);
		assertThat(answer.status()).isEqualTo(status);
		if (message != null) {
			assertThat(answer.at("/message").stringValue()).isEqualTo(message);
			assertThat(answer.json().propertyNames()).as("Python's SDK reads them all")
				.contains("message", "errors", "data", "logref");
		}
		else {
			assertThat(answer.at("/error").stringValue()).isEqualTo("Not Found");
			assertThat(answer.at("/status").intValue()).isEqualTo(404);
		}
	}

}
