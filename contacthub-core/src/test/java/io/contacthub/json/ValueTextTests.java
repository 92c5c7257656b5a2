package io.contacthub.json;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What values say of themselves, in logs for example.
 */
@DisplayName("A value as a text")
class ValueTextTests {

	static Stream<Class<?>> objects() {
		return Values.types(ApiObject.class);
	}

	static Stream<Class<?>> openValues() {
		return Values.types(OpenValue.class);
	}

	@Test
	@DisplayName("is looked at for all of them")
	void areAll() {
		assertThat(objects()).hasSizeGreaterThan(90);
		assertThat(openValues()).hasSizeGreaterThan(10);
	}

	@ParameterizedTest
	@MethodSource("objects")
	@DisplayName("tells its type and how much it holds, and nothing of what that is")
	void hidesValues(Class<? extends ApiObject> type) {
		ApiObject object = Members.read(Map.of("future", "secret", "name", "secret", "text", "secret"), type);
		assertThat(object).asString()
			.startsWith(object.getClass().getSimpleName() + "[")
			.endsWith("3 members]")
			.doesNotContain("secret");
	}

	@ParameterizedTest
	@MethodSource("openValues")
	@DisplayName("of an open set is the one on the wire, which is never blank")
	void isTheWire(Class<? extends OpenValue> type) throws ReflectiveOperationException {
		OpenValue value = (OpenValue) type.getConstructor(String.class).newInstance("my own");
		assertThat(value.value()).isEqualTo("my own");
		assertThat(value).hasToString("my own");
		assertThatExceptionOfType(InvocationTargetException.class)
			.isThrownBy(() -> type.getConstructor(String.class).newInstance(" "))
			.withCauseInstanceOf(IllegalArgumentException.class);
	}

}
