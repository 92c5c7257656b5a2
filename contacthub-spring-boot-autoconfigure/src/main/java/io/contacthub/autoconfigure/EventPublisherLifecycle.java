package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

import io.contacthub.event.EventPublisher;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Empties the queues of the publishers when the application pauses: after the web server,
 * whose last requests may publish events. When the application ends, that is done by the
 * end of each publisher itself, for which this has the executors of the application end
 * before: tasks that they still finish may publish events, too.
 */
class EventPublisherLifecycle
		implements SmartLifecycle, ApplicationContextAware, ApplicationListener<ContextClosedEvent> {

	private final Duration timeout;

	private final ConfigurableListableBeanFactory beans;

	private volatile boolean running;

	private volatile boolean ending;

	private volatile @Nullable ApplicationContext context;

	EventPublisherLifecycle(Duration timeout, ConfigurableListableBeanFactory beans) {
		this.timeout = timeout;
		this.beans = beans;
	}

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		this.ending |= event.getApplicationContext() == this.context;
	}

	@Override
	public void start() {
		this.running = true;
		for (String publisher : publishers()) {
			Set<String> dependencies = dependencies(publisher);
			for (String executor : this.beans.getBeanNamesForType(Executor.class, false, false)) {
				if (!dependencies.contains(executor)) {
					this.beans.registerDependentBean(publisher, executor);
				}
			}
		}
	}

	private String[] publishers() {
		return this.beans.getBeanNamesForType(EventPublisher.class, false, false);
	}

	/**
	 * What a bean needs, directly or by others.
	 */
	private Set<String> dependencies(String bean) {
		Set<String> found = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(bean));
		while (!open.isEmpty()) {
			for (String dependency : this.beans.getDependenciesForBean(open.remove())) {
				if (found.add(dependency)) {
					open.add(dependency);
				}
			}
		}
		return found;
	}

	@Override
	public void stop() {
		if (!this.ending) {
			long start = System.nanoTime();
			for (String publisher : publishers()) {
				if (this.beans.containsSingleton(publisher)) {
					Duration left = this.timeout.minusNanos(System.nanoTime() - start);
					this.beans.getBean(publisher, EventPublisher.class).flush(left.isNegative() ? Duration.ZERO : left);
				}
			}
		}
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 4096;
	}

}
