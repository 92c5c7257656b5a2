package io.contacthub;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.contacthub.json.ApiObject;
import io.contacthub.json.OpenValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.HttpExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the hints without which a native image misses types of this library. What
 * must have a hint is read from the compiled classes.
 */
@DisplayName("In a native image,")
class RuntimeHintsTests {

	private static final RuntimeHints HINTS = new RuntimeHints();

	private static final List<Class<?>> CLASSES = new ArrayList<>();

	@BeforeAll
	static void register() {
		for (RuntimeHintsRegistrar registrar : AotServices.factories().load(RuntimeHintsRegistrar.class)) {
			if (registrar.getClass().getPackageName().startsWith("io.contacthub")) {
				registrar.registerHints(HINTS, null);
			}
		}
	}

	@BeforeAll
	static void listTheClasses() {
		for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.contacthub")) {
			CLASSES.add(type.reflect());
		}
	}

	@Test
	@DisplayName("every object of the API can be constructed and its members can be read")
	void objectsAreBindable() {
		List<Class<?>> objects = records(ApiObject.class);
		assertThat(objects).hasSizeGreaterThan(90);
		assertThat(objects).allSatisfy(RuntimeHintsTests::assertBindable);
	}

	@Test
	@DisplayName("the scripts that make the tables of events can be read")
	void scripts() {
		for (String script : List.of("schema-h2", "schema-postgresql", "schema-drop-h2", "schema-drop-postgresql")) {
			assertThat(RuntimeHintsPredicates.resource().forResource("io/contacthub/event/jdbc/" + script + ".sql"))
				.accepts(HINTS);
		}
	}

	@Test
	@DisplayName("every open value can be constructed from its text and gives it back")
	void openValuesAreBindable() {
		List<Class<?>> values = records(OpenValue.class);
		assertThat(values).hasSizeGreaterThan(10);
		assertThat(values).allSatisfy(RuntimeHintsTests::assertBindable);
	}

	@Test
	@DisplayName("every declarative interface has its proxy, and all its methods can be called")
	void interfacesHaveProxies() {
		List<Class<?>> interfaces = declarativeInterfaces();
		assertThat(interfaces).hasSizeGreaterThan(6);
		assertThat(interfaces).allSatisfy((type) -> {
			assertHint("proxy of " + type.getName(),
					RuntimeHintsPredicates.proxies().forInterfaces(AopProxyUtils.completeJdkProxyInterfaces(type)));
			assertThat(type.getDeclaredMethods()).filteredOn((method) -> !Modifier.isStatic(method.getModifiers()))
				.isNotEmpty()
				.allSatisfy(RuntimeHintsTests::assertInvocable);
		});
	}

	@Test
	@DisplayName("the builder of the RestClient has its proxy, and the engines of applications can be looked at")
	void enginesCanBeInspected() throws NoSuchFieldException {
		assertHint("proxy", RuntimeHintsPredicates.proxies().forInterfaces(RestClient.Builder.class));
		assertHint("field", RuntimeHintsPredicates.reflection()
			.onFieldAccess(JdkClientHttpRequestFactory.class.getDeclaredField("httpClient")));
	}

	@Test
	@DisplayName("every type that a declarative interface sends or receives can be constructed and read")
	void exchangedTypesAreBindable() {
		Set<Class<?>> exchanged = new LinkedHashSet<>();
		for (Class<?> type : declarativeInterfaces()) {
			for (Method method : type.getDeclaredMethods()) {
				collect(method.getGenericReturnType(), exchanged);
				for (Parameter parameter : method.getParameters()) {
					if (parameter.isAnnotationPresent(RequestBody.class)) {
						collect(parameter.getParameterizedType(), exchanged);
					}
				}
			}
		}
		assertThat(exchanged).extracting(Class::getSimpleName)
			.contains("ApiPage", "Metadata", "Accepted", "ApiElements", "Customer", "Event");
		assertThat(exchanged).allSatisfy(RuntimeHintsTests::assertBindable);
	}

	@Test
	@DisplayName("every serializer and deserializer that an annotation names can be constructed")
	void serializersCanBeConstructed() {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (Class<?> type : CLASSES) {
			JsonSerialize serialize = type.getDeclaredAnnotation(JsonSerialize.class);
			if (serialize != null) {
				types.add(serialize.using());
			}
			JsonDeserialize deserialize = type.getDeclaredAnnotation(JsonDeserialize.class);
			if (deserialize != null) {
				types.add(deserialize.using());
			}
		}
		assertThat(types).isNotEmpty();
		assertThat(types).allSatisfy((type) -> assertInvocable(type.getDeclaredConstructor()));
	}

	@Test
	@DisplayName("every method that has an annotation of Jackson can be called")
	void annotatedMethodsCanBeCalled() {
		List<Method> methods = CLASSES.stream()
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.filter(RuntimeHintsTests::annotatedForJackson)
			.toList();
		assertThat(methods).extracting(Method::getName).contains("value", "copyOf", "utmSource");
		assertThat(methods).allSatisfy(RuntimeHintsTests::assertInvocable);
	}

	private static List<Class<?>> records(Class<?> type) {
		return CLASSES.stream()
			.filter((candidate) -> candidate.isRecord() && type.isAssignableFrom(candidate))
			.toList();
	}

	private static List<Class<?>> declarativeInterfaces() {
		return CLASSES.stream()
			.filter((type) -> type.isInterface() && Arrays.stream(type.getDeclaredMethods())
				.anyMatch((method) -> AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class)))
			.toList();
	}

	private static void collect(Type type, Set<Class<?>> types) {
		if (type instanceof ParameterizedType parameterized) {
			collect(parameterized.getRawType(), types);
			for (Type argument : parameterized.getActualTypeArguments()) {
				collect(argument, types);
			}
		}
		else if (type instanceof Class<?> record && record.isRecord() && types.add(record)) {
			for (RecordComponent component : record.getRecordComponents()) {
				collect(component.getGenericType(), types);
			}
		}
	}

	private static boolean annotatedForJackson(Method method) {
		for (Annotation annotation : method.getDeclaredAnnotations()) {
			if (annotation.annotationType().isAnnotationPresent(JacksonAnnotation.class)) {
				return true;
			}
		}
		return false;
	}

	private static void assertBindable(Class<?> record) throws NoSuchMethodException {
		RecordComponent[] components = record.getRecordComponents();
		assertHint(record.getName(), RuntimeHintsPredicates.reflection().onType(record));
		assertInvocable(record
			.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)));
		for (RecordComponent component : components) {
			assertInvocable(component.getAccessor());
		}
	}

	private static void assertInvocable(Constructor<?> constructor) {
		assertHint(constructor.toString(), RuntimeHintsPredicates.reflection().onConstructorInvocation(constructor));
	}

	private static void assertInvocable(Method method) {
		assertHint(method.toString(), RuntimeHintsPredicates.reflection().onMethodInvocation(method));
	}

	private static void assertHint(String description, Predicate<RuntimeHints> hint) {
		assertThat(hint.test(HINTS)).as("hint for " + description).isTrue();
	}

}
