package io.contacthub.client;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Operation of the API as a method of a declarative interface declares it. What depends
 * on an operation is derived from here, and not listed a second time. For this library.
 *
 * @param api the interface, which may have the method of another one
 * @param method the method
 * @param name HTTP method and path template, such as {@code GET /customers/{id}}, as
 * failures, metrics and traces name it
 * @param scopes the scopes of which a token needs one, empty where none are told
 */
public record DeclaredOperation(Class<?> api, Method method, String name, Set<Scope> scopes) {

	/**
	 * Return the operations that an interface declares.
	 * @param api the interface
	 * @return its operations, in no order
	 */
	public static List<DeclaredOperation> of(Class<?> api) {
		return Arrays.stream(api.getMethods())
			.filter((method) -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge()
					&& AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class))
			.map((method) -> of(api, method))
			.toList();
	}

	/**
	 * Return all operations that this library declares.
	 * @param classLoader what finds the interfaces, {@code null} for that of the thread
	 * @return the operations, in no order
	 */
	public static List<DeclaredOperation> all(@Nullable ClassLoader classLoader) {
		return LibraryRuntimeHints.declarativeInterfaces(classLoader)
			.stream()
			.filter(DeclaredOperation::isOfThisLibrary)
			.flatMap((api) -> of(api).stream())
			.toList();
	}

	private static boolean isOfThisLibrary(Class<?> api) {
		// tests of the library are in its packages
		return Objects.equals(api.getProtectionDomain().getCodeSource(),
				DeclaredOperation.class.getProtectionDomain().getCodeSource());
	}

	private static DeclaredOperation of(Class<?> api, Method method) {
		HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
		HttpExchange common = AnnotatedElementUtils.findMergedAnnotation(api, HttpExchange.class);
		String path = path((common != null) ? common.url() : "", (exchange != null) ? exchange.url() : "");
		return new DeclaredOperation(api, method, ((exchange != null) ? exchange.method() : "") + " " + path,
				scopes(method));
	}

	private static String path(String common, String own) {
		boolean apart = StringUtils.hasText(common) && StringUtils.hasText(own) && !common.endsWith("/")
				&& !own.startsWith("/");
		String path = apart ? common + "/" + own : common + own;
		int query = path.indexOf('?');
		return (query >= 0) ? path.substring(0, query) : path;
	}

	/**
	 * Return the scopes that a method of any declarative interface names.
	 */
	static Set<Scope> scopes(Method method) {
		RequiredScopes scopes = AnnotatedElementUtils.findMergedAnnotation(method, RequiredScopes.class);
		Set<Scope> all = EnumSet.noneOf(Scope.class);
		if (scopes != null) {
			Collections.addAll(all, scopes.value());
		}
		return Collections.unmodifiableSet(all);
	}

	/**
	 * Return whether the answer is needed, so that one that cannot be read is a failure.
	 * @return whether it is neither nothing nor a {@link Receipt}
	 */
	public boolean answers() {
		ResolvableType type = ResolvableType.forMethodReturnType(this.method, this.api);
		if (type.resolve() == ResponseEntity.class) {
			type = type.getGeneric();
		}
		Class<?> body = type.resolve(Object.class);
		return body != void.class && body != Void.class && !AnnotatedElementUtils.isAnnotated(body, Receipt.class);
	}

}
