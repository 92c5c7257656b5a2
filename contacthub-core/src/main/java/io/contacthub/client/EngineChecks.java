package io.contacthub.client;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * Checks of HTTP engines that the application brings: that they can send what is to be
 * sent, and take the token to no other address. Spring's factories have no methods to
 * read what they are made of, hence the look at their fields.
 */
final class EngineChecks {

	private static final String SPRING = "org.springframework.http.client.";

	private static final String CLIENT = "httpClient";

	private EngineChecks() {
	}

	/**
	 * Return the factory that does the work of one that wraps others.
	 */
	static ClientHttpRequestFactory innermost(ClientHttpRequestFactory factory) {
		ClientHttpRequestFactory inner = factory;
		while (inner instanceof AbstractClientHttpRequestFactoryWrapper wrapper) {
			inner = wrapper.getDelegate();
		}
		return inner;
	}

	/**
	 * Return a factory that may be used, in place of one that is to be.
	 * @throws IllegalSettingException when it is refused
	 */
	static ClientHttpRequestFactory checked(ClientHttpRequestFactory factory) {
		checkMethods(factory);
		return withoutRedirects(factory);
	}

	static boolean unpacks(ClientHttpRequestFactory factory) {
		return !(innermost(factory) instanceof JdkClientHttpRequestFactory);
	}

	/**
	 * Refuse an engine without PATCH.
	 */
	static void checkMethods(ClientHttpRequestFactory factory) {
		if (innermost(factory) instanceof SimpleClientHttpRequestFactory) {
			throw new IllegalSettingException("requestFactory", named(factory),
					"it cannot send PATCH requests, put another HTTP client such as Apache HttpClient 5 "
							+ "on the class path");
		}
	}

	/**
	 * Have an engine follow no redirects, or refuse it: some send the token along.
	 */
	private static ClientHttpRequestFactory withoutRedirects(ClientHttpRequestFactory factory) {
		ClientHttpRequestFactory inner = innermost(factory);
		if (inner instanceof HttpComponentsClientHttpRequestFactory apache) {
			Apache.disableRedirects(apache);
			return factory;
		}
		Object client = field(inner, CLIENT);
		if (client != null && isJetty(client) && inner == factory && followsRedirects(client)) {
			return new RequestsWithoutRedirects(factory);
		}
		if (followsRedirects(client)) {
			throw new IllegalSettingException("requestFactory", named(factory),
					"it follows redirects, and the token could get to another address, have its HTTP client follow none");
		}
		return (client != null) ? factory : new RequestsWithoutRedirects(factory);
	}

	private static String named(ClientHttpRequestFactory factory) {
		ClientHttpRequestFactory inner = innermost(factory);
		String name = inner.getClass().getSimpleName();
		return (inner != factory) ? name + " within " + factory.getClass().getSimpleName() : name;
	}

	private static boolean isJetty(Object client) {
		return client.getClass().getName().startsWith("org.eclipse.jetty.");
	}

	private static boolean followsRedirects(@Nullable Object client) {
		if (client instanceof HttpClient jdk) {
			return jdk.followRedirects() != HttpClient.Redirect.NEVER;
		}
		Object configuration = call(client, "configuration");
		return Boolean.TRUE.equals(call(client, "isFollowRedirects"))
				|| call(configuration, "followRedirectPredicate") != null;
	}

	private static @Nullable Object field(Object owner, String name) {
		Field field = ReflectionUtils.findField(owner.getClass(), name);
		if (field == null || !field.getDeclaringClass().getName().startsWith(SPRING)) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, owner);
	}

	private static @Nullable Object call(@Nullable Object target, String name, Object... arguments) {
		Class<?>[] types = (arguments.length > 0) ? new Class<?>[] { boolean.class } : new Class<?>[0];
		Method method = (target != null) ? ReflectionUtils.findMethod(target.getClass(), name, types) : null;
		if (method == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(method);
		return ReflectionUtils.invokeMethod(method, target, arguments);
	}

	/**
	 * Factory that looks at each request, where the factory does not show what makes
	 * them.
	 */
	private static final class RequestsWithoutRedirects implements ClientHttpRequestFactory {

		private final ClientHttpRequestFactory factory;

		/** What has no HTTP client that could be asked. */
		private final Set<Class<?>> plain = ConcurrentHashMap.newKeySet();

		RequestsWithoutRedirects(ClientHttpRequestFactory factory) {
			this.factory = factory;
		}

		@Override
		public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
			ClientHttpRequest request = this.factory.createRequest(uri, method);
			if (!this.plain.contains(request.getClass())) {
				check(request);
			}
			return request;
		}

		private void check(ClientHttpRequest request) {
			Object jetty = field(request, "request");
			if (jetty != null && isJetty(jetty)) {
				call(jetty, "followRedirects", false);
			}
			Assert.state(!request.getClass().getName().equals(SPRING + "SimpleClientHttpRequest"),
					"A request was stopped: the request factory is made of a SimpleClientHttpRequestFactory, "
							+ "which has no PATCH and follows redirects");
			Assert.state(!followsRedirects(field(request, CLIENT)),
					"A request was stopped: the HTTP client of the request factory follows redirects, "
							+ "and the token could get to another address");
			Class<?> type = request.getClass();
			if (ReflectionUtils.findField(type, "request") == null && ReflectionUtils.findField(type, CLIENT) == null) {
				this.plain.add(type);
			}
		}

	}

	/**
	 * Part that is kept apart since Apache HttpClient may be missing.
	 */
	private static final class Apache {

		private Apache() {
		}

		/**
		 * Have requests of ContactHub follow no redirects. Whether the client follows any
		 * cannot be seen; others of the application that have the same factory may.
		 */
		static void disableRedirects(HttpComponentsClientHttpRequestFactory factory) {
			if (factory.getHttpClient() instanceof CloseableHttpClient client && !(client instanceof Unredirected)
					&& !(client instanceof Configurable configurable
							&& !configurable.getConfig().isRedirectsEnabled())) {
				factory.setHttpClient(new Unredirected(client));
			}
		}

	}

	/**
	 * An Apache HttpClient that follows no redirects within a call of ContactHub.
	 */
	private static final class Unredirected extends CloseableHttpClient implements Configurable {

		private final CloseableHttpClient client;

		Unredirected(CloseableHttpClient client) {
			this.client = client;
		}

		@Override
		@SuppressWarnings("deprecation")
		protected CloseableHttpResponse doExecute(@Nullable HttpHost target, ClassicHttpRequest request,
				@Nullable HttpContext context) throws IOException {
			if (!CallDeadline.isSet()) {
				return this.client.execute(target, request, context);
			}
			HttpClientContext own = HttpClientContext.castOrCreate(context);
			own.setRequestConfig(withoutRedirects(own.getRequestConfigOrDefault()));
			if (request instanceof HttpUriRequestBase base && base.getConfig() != null) {
				base.setConfig(withoutRedirects(base.getConfig()));
			}
			return this.client.execute(target, request, own);
		}

		private static RequestConfig withoutRedirects(RequestConfig config) {
			return RequestConfig.copy(config).setRedirectsEnabled(false).build();
		}

		@Override
		public @Nullable RequestConfig getConfig() {
			return (this.client instanceof Configurable configurable) ? configurable.getConfig() : null;
		}

		@Override
		public void close() throws IOException {
			this.client.close();
		}

		@Override
		public void close(CloseMode mode) {
			this.client.close(mode);
		}

	}

}
