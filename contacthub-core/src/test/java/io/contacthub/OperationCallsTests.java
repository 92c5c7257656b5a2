package io.contacthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.ResolvableType;
import org.springframework.dao.DataAccessException;
import org.springframework.util.StringUtils;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the calls that the reference names for the operations of the API.
 */
@DisplayName("The call that the reference names for an operation")
class OperationCallsTests extends WireMockTests {

	private static final Pattern ROW = Pattern
		.compile("\\| `((?:GET|POST|PUT|PATCH|DELETE)) (/[^`]*)` \\| `([^`]+)` \\| ([A-Z_ ]+) \\|");

	private static final Pattern CALL = Pattern.compile("(?:node|workspace)(?:\\.\\w+\\([\\w, ]*\\))+");

	private static final Pattern STEP = Pattern.compile("\\.(\\w+)\\(([\\w, ]*)\\)");

	private static final Path SOURCES = Path.of("src", "main", "java");

	static Stream<Row> rows() throws IOException {
		return Files.readAllLines(Path.of("..", "docs", "reference.md"))
			.stream()
			.map(ROW::matcher)
			.filter(Matcher::matches)
			.map((row) -> new Row(row.group(1), row.group(2), row.group(3), List.of(row.group(4).split(" "))));
	}

	@BeforeEach
	void answer() {
		answer(any(anyUrl()), """
				{"id":"x1","value":"s1","elements":[],"updates":[],"nextOffset":1,"lastOffset":1,"schema":{},"data":[],
				"page":{"size":50,"totalElements":0,"totalPages":0,"number":0}}""");
	}

	@Test
	@DisplayName("is read from its table")
	void areRead() throws IOException {
		assertThat(rows()).hasSize(105);
	}

	@ParameterizedTest
	@MethodSource("rows")
	@DisplayName("exists, and its first request is that operation")
	void isMade(Row row) {
		List<Step> steps = steps(row);
		Object target = row.isOfNode() ? this.node : this.node.workspace();
		for (Step step : steps.subList(0, steps.size() - 1)) {
			target = invoke(target, step.method(), step.owner());
		}
		Step call = steps.get(steps.size() - 1);
		assertThat(server.getAllServeEvents()).as("requests before the call").isEmpty();
		for (Method overload : named(call.owner(), call.method().getName(), call.method().getParameterCount())) {
			server.resetRequests();
			invoke(target, overload, call.owner());
			List<ServeEvent> requests = server.getAllServeEvents();
			assertThat(requests).as(overload.toString()).isNotEmpty();
			ServeEvent first = requests.get(requests.size() - 1);
			String path = first.getRequest().getUrl().split("\\?")[0];
			assertThat(first.getRequest().getMethod().getName() + " " + path).as(overload.toString())
				.matches(row.method() + " " + row.pattern());
		}
	}

	@ParameterizedTest
	@MethodSource("rows")
	@DisplayName("tells in its documentation which scopes it needs")
	void isDocumented(Row row) {
		StringBuilder told = new StringBuilder();
		for (Step step : steps(row)) {
			told.append(documentation(step.method()));
		}
		assertThat(told.toString().split("\\W+")).contains(row.scopes().toArray(String[]::new));
	}

	private static List<Step> steps(Row row) {
		assertThat(row.call()).matches(CALL);
		ResolvableType owner = ResolvableType.forClass(row.isOfNode() ? Node.class : Workspace.class);
		List<Step> steps = new ArrayList<>();
		for (MatchResult step : STEP.matcher(row.call()).results().toList()) {
			int arguments = StringUtils.hasText(step.group(2)) ? step.group(2).split(",").length : 0;
			List<Method> methods = named(owner, step.group(1), arguments);
			assertThat(methods).as(owner + step.group()).isNotEmpty();
			steps.add(new Step(owner, methods.get(0)));
			owner = resolved(methods.get(0), methods.get(0).getGenericReturnType(), owner);
		}
		return steps;
	}

	private static List<Method> named(ResolvableType owner, String name, int arguments) {
		return Arrays.stream(owner.toClass().getMethods())
			.filter((method) -> method.getName().equals(name) && method.getParameterCount() == arguments
					&& !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
			.toList();
	}

	/**
	 * Return a type of a method, of which the type that has the method may set variables.
	 */
	private static ResolvableType resolved(Method method, Type type, ResolvableType owner) {
		return ResolvableType.forType(type, owner.as(method.getDeclaringClass()));
	}

	private static Object invoke(Object target, Method method, ResolvableType owner) {
		try {
			method.setAccessible(true);
			return method.invoke(target,
					Arrays.stream(method.getGenericParameterTypes())
						.map((type) -> SampleArguments.of(resolved(method, type, owner).toClass()))
						.toArray());
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof DataAccessException failure) {
				// the request counts, not what a reader says of the answer
				return failure;
			}
			throw new IllegalStateException(method.toString(), ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return what the sources tell of a method and of its type.
	 */
	private static String documentation(Method method) {
		Path file = SOURCES.resolve(method.getDeclaringClass().getName().replace('.', '/') + ".java");
		StringBuilder told = new StringBuilder();
		try {
			for (String part : Files.readString(file).split("/\\*\\*")) {
				int end = part.indexOf("*/");
				String declared = part.substring(Math.max(end, 0)).split("[;{]", 2)[0];
				if (end >= 0 && (declared.contains(" " + method.getName() + "(") || declared.contains(" interface "))) {
					told.append(part, 0, end);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return told.toString();
	}

	/**
	 * A method on the way of a call.
	 *
	 * @param owner the type that it is called on
	 * @param method the method
	 */
	private record Step(ResolvableType owner, Method method) {

	}

	/**
	 * A row of the table.
	 *
	 * @param method the HTTP method
	 * @param path the path, relative to the workspace
	 * @param call the call
	 * @param scopes the scopes of which a token needs one
	 */
	record Row(String method, String path, String call, List<String> scopes) {

		boolean isOfNode() {
			return this.call.startsWith("node.");
		}

		/**
		 * The path of a request as a regular expression.
		 */
		String pattern() {
			return (this.path.equals("/me") ? "/hub/v1" : WORKSPACE) + this.path.replaceAll("\\{[^}]*}", "[^/]+");
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}
