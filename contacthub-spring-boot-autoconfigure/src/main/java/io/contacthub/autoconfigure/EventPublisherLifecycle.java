package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import io.contacthub.Workspace;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanNameAware;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.task.TaskDecorator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

/**
 * Lifecycle that empties the queues of the publishers when the application pauses or
 * ends: after the web server, whose last requests may publish events. When it ends, other
 * beans may publish until they are destroyed, and so may tasks that executors still
 * finish; so the publishers, and what they need to send events, are destroyed after all
 * others. Whatever the end waits for the publishers counts once. One with a durable store
 * is not emptied: it sends nothing during a pause, and what it has not sent at the end
 * stays in the store, which is closed after the publisher.
 */
class EventPublisherLifecycle
		implements SmartLifecycle, ApplicationContextAware, BeanNameAware, ApplicationListener<ContextClosedEvent> {

	/**
	 * What has a part in sending and telling events, whether or not Spring knows that the
	 * publishers depend on it.
	 */
	private static final List<Class<?>> NEEDED = List.of(EventPublisher.class, EventRepository.class, Workspace.class,
			WorkspaceFactory.class, NamedConnections.class, DurableEventPublisherFactory.class,
			EventPublisherListener.class, ContactHubConnectionDetails.class, ContactHubClientCustomizer.class,
			ContactHubJsonMapperBuilderCustomizer.class, RestClientCustomizer.class,
			ClientHttpRequestFactoryBuilder.class, SslBundles.class, ApiErrorTranslator.class, TaskDecorator.class,
			TraceIdSupplier.class, ObservationRegistry.class);

	/**
	 * What a durable publisher needs beside that.
	 */
	private static final List<Class<?>> STORE = store();

	private final Duration timeout;

	private final ConfigurableListableBeanFactory beans;

	private final End end;

	private volatile boolean running;

	private volatile boolean ending;

	private volatile @Nullable ApplicationContext context;

	private volatile String name = "";

	EventPublisherLifecycle(Duration timeout, ConfigurableListableBeanFactory beans, End end) {
		this.timeout = timeout;
		this.beans = beans;
		this.end = end;
	}

	/**
	 * Return the types of a store, also of one that is behind others: Spring does not
	 * know that the transactions of JPA depend on its factory.
	 */
	private static List<Class<?>> store() {
		List<Class<?>> types = new ArrayList<>(List.of(DataSource.class, PlatformTransactionManager.class));
		String factory = "jakarta.persistence.EntityManagerFactory";
		ClassLoader loader = EventPublisherLifecycle.class.getClassLoader();
		if (ClassUtils.isPresent(factory, loader)) {
			types.add(ClassUtils.resolveClassName(factory, loader));
		}
		return types;
	}

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void setBeanName(String name) {
		this.name = name;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		this.ending |= event.getApplicationContext() == this.context;
	}

	@Override
	public void start() {
		this.running = true;
		String[] publishers = names(EventPublisher.class, false);
		if (publishers.length > 0) {
			List<String> durable = List.of(names(DurableEventPublisher.class, false));
			List<String> store = durable.isEmpty() ? List.of() : names(STORE);
			Set<String> needed = withDependencies(names(NEEDED), store);
			List<String> others = Arrays.asList(this.beans.getSingletonNames());
			// dependent beans are destroyed in this order
			Collections.reverse(others);
			for (String other : others) {
				// the context itself has some that it needs until its end
				if (this.beans.containsBeanDefinition(other) && !needed.contains(other) && !other.equals(this.name)) {
					this.beans.registerDependentBean(this.name, other);
				}
			}
			for (String publisher : publishers) {
				this.beans.registerDependentBean(publisher, this.name);
			}
			for (String publisher : durable) {
				store.forEach((part) -> this.beans.registerDependentBean(part, publisher));
				resume(publisher);
			}
		}
	}

	private void resume(String publisher) {
		if (this.beans.containsSingleton(publisher)) {
			this.beans.getBean(publisher, DurableEventPublisher.class).resume();
		}
	}

	private String[] names(Class<?> type, boolean nonSingletons) {
		return this.beans.getBeanNamesForType(type, nonSingletons, false);
	}

	private List<String> names(List<Class<?>> types) {
		return types.stream().flatMap((type) -> Arrays.stream(names(type, true))).toList();
	}

	/**
	 * Return what publishers need, directly or by others.
	 */
	private Set<String> withDependencies(List<String> needed, List<String> store) {
		Set<String> found = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(needed);
		open.addAll(store);
		while (!open.isEmpty()) {
			String bean = open.remove();
			if (found.add(bean)) {
				open.addAll(List.of(this.beans.getDependenciesForBean(bean)));
			}
		}
		return found;
	}

	@Override
	public void stop() {
		long start = System.nanoTime();
		for (String name : names(EventPublisher.class, false)) {
			if (this.beans.containsSingleton(name)) {
				EventPublisher publisher = this.beans.getBean(name, EventPublisher.class);
				if (!(publisher instanceof DurableEventPublisher durable)) {
					publisher.flush(left(start));
				}
				else if (!this.ending) {
					durable.pause(left(start));
				}
			}
		}
		if (this.ending) {
			this.end.left = left(start);
		}
		this.running = false;
	}

	private Duration left(long start) {
		Duration left = this.timeout.minusNanos(System.nanoTime() - start);
		return left.isNegative() ? Duration.ZERO : left;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 4096;
	}

	/**
	 * Post-processor that closes publishers within what is left of their time.
	 */
	static final class End implements DestructionAwareBeanPostProcessor {

		private volatile @Nullable Duration left;

		@Override
		public void postProcessBeforeDestruction(Object bean, String beanName) {
			Duration left = this.left;
			if (left != null && bean instanceof EventPublisher publisher) {
				long start = System.nanoTime();
				publisher.close(left);
				Duration after = left.minusNanos(System.nanoTime() - start);
				this.left = after.isNegative() ? Duration.ZERO : after;
			}
		}

		@Override
		public boolean requiresDestruction(Object bean) {
			return bean instanceof EventPublisher;
		}

	}

}
