package io.contacthub;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.contacthub.client.ContactHubClient;
import io.contacthub.client.DeclaredOperation;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Calls of declared operations, whatever they are.
 */
public final class DeclaredCalls {

	private DeclaredCalls() {
	}

	/**
	 * Return an argument for each parameter of an operation, of those that may be null
	 * none.
	 */
	public static Object[] arguments(DeclaredOperation operation) {
		return Arrays.stream(operation.method().getParameters()).map(DeclaredCalls::argument).toArray();
	}

	private static Object argument(Parameter parameter) {
		if (parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
			return null;
		}
		if (parameter.getType() == MultiValueMap.class) {
			return new LinkedMultiValueMap<>(Map.of("page", List.of("0"), "size", List.of("1")));
		}
		return parameter.isAnnotationPresent(PathVariable.class) ? "x1" : SampleArguments.of(parameter.getType());
	}

	/**
	 * Return which of the parameters of an operation are in its path.
	 */
	public static List<Integer> pathVariables(DeclaredOperation operation) {
		Parameter[] parameters = operation.method().getParameters();
		return IntStream.range(0, parameters.length)
			.filter((index) -> parameters[index].isAnnotationPresent(PathVariable.class))
			.boxed()
			.toList();
	}

	/**
	 * Make a call.
	 */
	public static Object call(ContactHubClient client, DeclaredOperation operation, Object... arguments) {
		Method method = operation.method();
		try {
			method.setAccessible(true);
			return method.invoke(client.createApi(operation.api()), arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
