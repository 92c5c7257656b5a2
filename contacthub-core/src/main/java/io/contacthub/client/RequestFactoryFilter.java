package io.contacthub.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Handler of a proxy that looks at what is set at a builder of Spring's client, which has
 * no methods to read it: request factories, and what stands before them. All else goes to
 * the builder, as do methods that it will have in later versions of Spring.
 */
final class RequestFactoryFilter implements InvocationHandler {

	private static final Set<String> INTERPOSING = Set.of("requestInterceptor", "requestInterceptors", "bufferContent");

	private final RestClient.Builder builder;

	private final UnaryOperator<@Nullable ClientHttpRequestFactory> factories;

	private final Runnable interposed;

	private RequestFactoryFilter(RestClient.Builder builder,
			UnaryOperator<@Nullable ClientHttpRequestFactory> factories, Runnable interposed) {
		this.builder = builder;
		this.factories = factories;
		this.interposed = interposed;
	}

	/**
	 * Return a builder to hand out in place of another one.
	 * @param builder the other one
	 * @param factories gives the factory to set for one that is to be set, or
	 * {@code null} to set none
	 */
	static RestClient.Builder of(RestClient.Builder builder,
			UnaryOperator<@Nullable ClientHttpRequestFactory> factories) {
		return of(builder, factories, () -> {
		});
	}

	/**
	 * Return a builder as {@link #of(RestClient.Builder, UnaryOperator)}.
	 * @param builder the other one
	 * @param factories gives the factory to set for one that is to be set
	 * @param interposed is run when anything is set that requests pass before the factory
	 */
	static RestClient.Builder of(RestClient.Builder builder,
			UnaryOperator<@Nullable ClientHttpRequestFactory> factories, Runnable interposed) {
		return (RestClient.Builder) Proxy.newProxyInstance(RestClient.Builder.class.getClassLoader(),
				new Class<?>[] { RestClient.Builder.class }, new RequestFactoryFilter(builder, factories, interposed));
	}

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		Object first = (arguments != null && arguments.length == 1) ? arguments[0] : null;
		if (INTERPOSING.contains(method.getName())) {
			this.interposed.run();
		}
		switch (method.getName()) {
			case "equals" -> {
				return proxy == first;
			}
			case "requestFactory" -> {
				ClientHttpRequestFactory factory = this.factories.apply((ClientHttpRequestFactory) first);
				if (factory != null) {
					this.builder.requestFactory(factory);
				}
				return proxy;
			}
			case "apply" -> {
				if (first != null) {
					((Consumer<RestClient.Builder>) first).accept((RestClient.Builder) proxy);
				}
				return proxy;
			}
			default -> {
				Object result = invoke(method, arguments);
				return (result == this.builder) ? proxy : result;
			}
		}
	}

	private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(this.builder, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
