package io.contacthub.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.client.DeclaredOperation;
import io.contacthub.client.Scope;
import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the table of operations in the reference: what it lists is what the client
 * declares and the emulator serves.
 */
@DisplayName("The table of operations")
class OperationTableTests extends AbstractEmulatorTests {

	private static final Pattern ROW = Pattern
		.compile("\\| `((?:GET|POST|PUT|PATCH|DELETE) /[^`]*)` \\| `[^`]+` \\| ([A-Z_ ]+) \\|");

	private static List<Row> rows;

	private static ApiClient root;

	@BeforeAll
	static void read() throws IOException {
		rows = Files.readAllLines(Path.of("..", "docs", "reference.md"))
			.stream()
			.map(ROW::matcher)
			.filter(Matcher::matches)
			.map((row) -> new Row(row.group(1),
					Arrays.stream(row.group(2).split(" ")).map(Scope::valueOf).collect(Collectors.toSet())))
			.toList();
		root = new ApiClient(emulator.baseUrl(), emulator.token());
	}

	static Stream<Row> rows() {
		return rows.stream();
	}

	@Test
	@DisplayName("has all 105, each once, with a call")
	void isComplete() {
		assertThat(rows).hasSize(105).extracting(Row::pattern).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("names what the client declares, all of it and nothing else, with its scopes")
	void isDeclared() {
		Map<String, Set<Scope>> declared = new TreeMap<>();
		DeclaredOperation.all(null).forEach((operation) -> declared.put(operation.name(), operation.scopes()));
		Map<String, Set<Scope>> listed = new TreeMap<>();
		rows.forEach((row) -> listed.put(row.operation(), row.scopes()));
		assertThat(listed).isEqualTo(declared);
	}

	@ParameterizedTest
	@MethodSource("rows")
	@DisplayName("names what the emulator serves")
	void isServed(Row row) {
		Response response = call(row.method(), row.path());
		assertThat(response.status()).isNotIn(401, 403, 405, 500, 501);
		assertThat(response.text()).doesNotContain("No message available");
	}

	@ParameterizedTest
	@MethodSource("rows")
	@DisplayName("names all methods that the emulator has for a path")
	void hasAllMethods(Row row) {
		for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
			if (rows.stream().noneMatch((other) -> other.isFor(method, row.path()))) {
				assertThat(call(method, row.path()).status()).as(method).isEqualTo(405);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "USER", "GUEST", "TRUSTED", "UNTRUSTED", "PLATFORM_UPDATES", "DPO" })
	@DisplayName("names the scopes that the emulator asks for")
	void isPermitted(TokenKind kind) {
		Scope scope = Scope.valueOf(kind.name() + (kind.name().endsWith("TRUSTED") ? "_APPLICATION" : ""));
		try (ContactHubEmulator guarded = ContactHubEmulator.builder().token("limited", kind).start()) {
			ApiClient limited = new ApiClient(guarded.baseUrl(), "limited");
			for (Row row : rows) {
				int status = call(limited, guarded, row.method(), row.path()).status();
				assertThat(status == 403).as(row + " is refused to " + kind).isNotEqualTo(row.scopes().contains(scope));
			}
		}
	}

	private static Response call(String method, String path) {
		return call(root, emulator, method, path);
	}

	private static Response call(ApiClient client, ContactHubEmulator emulator, String method, String path) {
		String target = path.equals("/me") ? path : "/workspaces/" + emulator.workspaceId() + path;
		return client.send(method, target.replaceAll("\\{[^}]*}", "1"), method.startsWith("P") ? "{}" : null);
	}

	/**
	 * A row of the table.
	 *
	 * @param operation method and path
	 * @param scopes the scopes of which a token needs one
	 */
	record Row(String operation, Set<Scope> scopes) {

		String method() {
			return this.operation.split(" ")[0];
		}

		String path() {
			return this.operation.split(" ")[1];
		}

		String pattern() {
			return this.operation.replaceAll("\\{[^}]*}", "[^/]+");
		}

		boolean isFor(String method, String path) {
			return (method + " " + path).matches(pattern());
		}

		@Override
		public String toString() {
			return this.operation;
		}

	}

}
