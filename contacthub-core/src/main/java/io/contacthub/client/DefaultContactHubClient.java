package io.contacthub.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.springframework.core.task.TaskDecorator;
import org.springframework.data.domain.Pageable;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * The client that {@link DefaultContactHubClientBuilder} makes.
 */
final class DefaultContactHubClient implements ContactHubClient {

	private final String workspaceId;

	private final Endpoint endpoint;

	private final Duration callTimeout;

	private final SingletonSupplier<HttpServiceProxyFactory> proxies;

	private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();

	private final int prefetch;

	private final TaskDecorator context;

	private final BackgroundExecutor readers;

	private final DefaultContactHubClientBuilder settings;

	private final SingletonSupplier<ContactHubClient> unrepeated = SingletonSupplier.of(() -> unrepeated(this));

	/**
	 * Create a client.
	 * @param proxies makes the APIs, and is made with the first of them
	 * @param context carries the context of the thread that has something done in the
	 * background, and its token
	 * @param settings what all of it is made of, which nobody changes any more
	 */
	DefaultContactHubClient(String workspaceId, Endpoint endpoint, Duration callTimeout,
			SingletonSupplier<HttpServiceProxyFactory> proxies, int prefetch, TaskDecorator context,
			DefaultContactHubClientBuilder settings) {
		this.workspaceId = workspaceId;
		this.endpoint = endpoint;
		this.callTimeout = callTimeout;
		this.proxies = proxies;
		this.prefetch = prefetch;
		this.context = context;
		this.readers = BackgroundExecutor.unbounded("contacthub-stream-", context);
		this.settings = settings;
	}

	@Override
	public Builder mutate() {
		return this.settings.copy();
	}

	/**
	 * Return what carries the context of the thread that has something done in the
	 * background, and its token.
	 */
	TaskDecorator context() {
		return this.context;
	}

	/**
	 * Return a client like this one that repeats no request by itself.
	 */
	ContactHubClient unrepeated() {
		return this.unrepeated.obtain();
	}

	static ContactHubClient unrepeated(ContactHubClient client) {
		return client.mutate().retry(RetrySettings.none()).build();
	}

	@Override
	public String workspaceId() {
		return this.workspaceId;
	}

	@Override
	public URI baseUrl() {
		return this.endpoint.base();
	}

	@Override
	public Duration callTimeout() {
		return this.callTimeout;
	}

	@Override
	public <T> T createApi(Class<T> type) {
		Assert.notNull(type, "type is null: give an interface with operations");
		Object api = this.apis.get(type);
		if (api == null) {
			// before the map is locked: what it is made of belongs in part to the
			// application, which may ask for another one
			HttpServiceProxyFactory factory = this.proxies.obtain();
			api = this.apis.computeIfAbsent(type, factory::createClient);
		}
		return type.cast(api);
	}

	@Override
	public <T> Stream<T> stream(Function<Pageable, ApiPage<T>> pages) {
		PageSpliterator<T> spliterator = new PageSpliterator<>(pages, this.prefetch, this.readers::submit);
		return StreamSupport.stream(spliterator, false).onClose(spliterator::close);
	}

	@Override
	public String toString() {
		return "ContactHubClient[" + this.endpoint.workspaceUrl() + "]";
	}

}
