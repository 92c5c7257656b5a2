package io.contacthub;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.customer.CustomerItemRepository;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Education;
import io.contacthub.customer.SessionId;
import io.contacthub.customer.SessionRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for null, which no method of a repository takes.
 */
@DisplayName("Null instead of an argument")
class NullArgumentsTests extends WireMockTests {

	private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(Map.entry(String.class, "c1"),
			Map.entry(Customer.class, Customer.builder().id("c1").build()),
			Map.entry(Object.class, Education.builder().id("e1").build()), Map.entry(Map.class, Map.of("id", "c1")),
			Map.entry(CustomerPatch.class, CustomerPatch.of(Map.of("extra", "x"))),
			Map.entry(Consumer.class, (Consumer<?>) (builder) -> {
			}), Map.entry(Query.class, Query.all()), Map.entry(Pageable.class, PageRequest.of(0, 1)),
			Map.entry(Sort.class, Sort.unsorted()), Map.entry(Projection.class, Projection.of(CustomerFields.EXTRA)),
			Map.entry(Duration.class, Duration.ZERO), Map.entry(SessionId.class, SessionId.of("s1")),
			Map.entry(EventFilter.class, EventFilter.ofNode()), Map.entry(Event.class,
					Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(Customer.builder().id("c1").build())));

	private final Map<Class<?>, Object> repositories = new LinkedHashMap<>();

	@TestFactory
	@DisplayName("is refused before any request")
	Stream<DynamicTest> isRefused() {
		this.repositories.put(CustomerRepository.class, this.node.customers());
		this.repositories.put(CustomerItemRepository.class, this.node.customers().educations("c1"));
		this.repositories.put(SessionRepository.class, this.node.customers().sessions("c1"));
		this.repositories.put(EventRepository.class, this.node.events());
		this.repositories.put(EventPublisher.class,
				EventPublisher.create(this.node.events(), EventPublisher.Settings.defaults(), null));
		return this.repositories.keySet()
			.stream()
			.flatMap((type) -> Arrays.stream(type.getMethods())
				.filter((method) -> !Modifier.isStatic(method.getModifiers()))
				.flatMap((method) -> IntStream.range(0, method.getParameterCount())
					.filter((index) -> !method.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class))
					.mapToObj((index) -> DynamicTest.dynamicTest(name(method, index),
							() -> check(this.repositories.get(type), method, index)))));
	}

	private static String name(Method method, int index) {
		List<String> types = Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
		return method.getDeclaringClass().getSimpleName() + "." + method.getName() + types + ", " + (index + 1);
	}

	private static void check(Object repository, Method method, int index) {
		server.resetAll();
		answer(any(anyUrl()),
				"{\"id\":\"c1\",\"elements\":[],\"page\":{\"size\":1,\"totalElements\":0,\"totalPages\":0,\"number\":0}}");
		Object[] arguments = Arrays.stream(method.getParameterTypes()).map(ARGUMENTS::get).toArray();
		assertThat(arguments).doesNotContainNull();
		arguments[index] = null;
		assertThat(catchThrowable(() -> invoke(repository, method, arguments))).as(name(method, index))
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
