package io.contacthub;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.bulk.BulkWriter;
import io.contacthub.client.ContactHubClient;
import io.contacthub.customer.CustomerItemRepository;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionRepository;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.springframework.util.ReflectionUtils;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for null, which no method of a repository takes.
 */
@DisplayName("Null instead of an argument")
class NullArgumentsTests extends WireMockTests {

	private static final Set<Class<?>> BEYOND = Set.of(Node.class, Workspace.class, ContactHubClient.class);

	@TestFactory
	@DisplayName("is refused before any request")
	Stream<DynamicTest> isRefused() {
		Map<Class<?>, Object> repositories = new LinkedHashMap<>();
		collect(Workspace.class, this.node.workspace(), repositories);
		collect(Node.class, this.node, repositories);
		assertThat(repositories).containsKeys(CustomerRepository.class, CustomerItemRepository.class,
				SessionRepository.class, EventRepository.class, BulkWriter.class);
		repositories.put(EventPublisher.class,
				EventPublisher.create(this.node.events(), EventPublisher.Settings.defaults(), null));
		return repositories.keySet()
			.stream()
			.flatMap((type) -> Arrays.stream(type.getMethods())
				.filter((method) -> !Modifier.isStatic(method.getModifiers()))
				.flatMap((method) -> IntStream.range(0, method.getParameterCount())
					.filter((index) -> isRefusable(method, index))
					.mapToObj((index) -> DynamicTest.dynamicTest(name(type, method, index),
							() -> check(repositories.get(type), method, index)))));
	}

	/**
	 * Find what is reached without a request: by methods that take nothing or texts and
	 * give an interface of this library.
	 */
	private static void collect(Class<?> type, Object object, Map<Class<?>, Object> found) {
		for (Method method : type.getMethods()) {
			Class<?> returned = method.getReturnType();
			if (returned.isInterface() && returned.getPackageName().startsWith("io.contacthub")
					&& !BEYOND.contains(returned) && !found.containsKey(returned)
					&& !Modifier.isStatic(method.getModifiers())
					&& Arrays.stream(method.getParameterTypes()).allMatch(String.class::equals)) {
				Object reached = ReflectionUtils.invokeMethod(method, object,
						Arrays.stream(method.getParameterTypes()).map(SampleArguments::of).toArray());
				found.put(returned, reached);
				collect(returned, reached, found);
			}
		}
	}

	/**
	 * Return whether an argument is for this library to refuse: those of
	 * {@code Iterable.forEach} are for Java.
	 */
	private static boolean isRefusable(Method method, int index) {
		return method.getDeclaringClass().getPackageName().startsWith("io.contacthub")
				&& !method.getParameterTypes()[index].isPrimitive()
				&& !method.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class);
	}

	private static String name(Class<?> type, Method method, int index) {
		List<String> types = Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
		return type.getSimpleName() + "." + method.getName() + types + ", " + (index + 1);
	}

	private static void check(Object repository, Method method, int index) {
		server.resetAll();
		answer(any(anyUrl()),
				"{\"id\":\"c1\",\"elements\":[],\"page\":{\"size\":1,\"totalElements\":0,\"totalPages\":0,\"number\":0}}");
		Object[] arguments = Arrays.stream(method.getParameterTypes()).map(SampleArguments::of).toArray();
		arguments[index] = null;
		assertThat(catchThrowable(() -> invoke(repository, method, arguments)))
			.as(name(method.getDeclaringClass(), method, index))
			.isInstanceOf(IllegalArgumentException.class)
			.satisfies((ex) -> assertThat(ex.getMessage()).isNotBlank());
		assertThat(server.getAllServeEvents()).isEmpty();
	}

	private static void invoke(Object repository, Method method, Object... arguments) throws Throwable {
		try {
			method.setAccessible(true);
			Object result = method.invoke(repository, arguments);
			if (result instanceof Stream<?> stream) {
				stream.close();
			}
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
