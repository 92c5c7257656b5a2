package io.contacthub.client;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.util.ClassUtils;

/**
 * Context of the thread that hands tasks over, in which other threads run them: pages
 * that a stream reads ahead, events that are sent in the background. The present
 * observation becomes the parent of theirs. Where Micrometer's context propagation is on
 * the class path, all that it knows of is carried, and the MDC of SLF4J. A
 * {@link TracingId} is carried always. For this library.
 */
public final class TaskContext {

	private TaskContext() {
	}

	/**
	 * Return the decorator of tasks.
	 * @param observations where calls are observed
	 * @return a decorator that takes the context when it is given a task
	 */
	public static TaskDecorator decorator(ObservationRegistry observations) {
		List<TaskDecorator> decorators = new ArrayList<>(List.of(TracingId::carry));
		ClassLoader classLoader = TaskContext.class.getClassLoader();
		if (!ClassUtils.isPresent("io.micrometer.context.ContextSnapshotFactory", classLoader)) {
			decorators.add(observed(observations));
		}
		else {
			decorators.add(new ContextPropagatingTaskDecorator());
			if (ClassUtils.isPresent("org.slf4j.MDC", classLoader)) {
				decorators.add(Propagation.ofMdc());
			}
		}
		return new CompositeTaskDecorator(decorators);
	}

	@SuppressWarnings("try") // the scope is only to be closed
	private static TaskDecorator observed(ObservationRegistry observations) {
		return (task) -> {
			Observation parent = observations.getCurrentObservation();
			return (parent != null) ? () -> {
				try (Observation.Scope scope = parent.openScope()) {
					task.run();
				}
			} : task;
		};
	}

	/**
	 * Part that is kept apart since Micrometer's context propagation may be missing.
	 */
	private static final class Propagation {

		private Propagation() {
		}

		/**
		 * Return the MDC, which nobody but the application may register for all.
		 */
		static TaskDecorator ofMdc() {
			ContextRegistry registry = new ContextRegistry()
				.registerThreadLocalAccessor(new Slf4jThreadLocalAccessor());
			ContextSnapshotFactory factory = ContextSnapshotFactory.builder().contextRegistry(registry).build();
			return new ContextPropagatingTaskDecorator(factory);
		}

	}

}
