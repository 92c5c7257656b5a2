package io.contacthub.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.contacthub.client.ContactHubClient;
import io.contacthub.client.TaskContext;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.util.function.SingletonSupplier;

/**
 * Configurer of what the calls of clients belong to: where they are observed, by which id
 * they tell ContactHub of their trace, and what they carry from thread to thread.
 */
class ClientContextConfigurer {

	private final ObjectProvider<ObservationRegistry> observations;

	private final ObjectProvider<TraceIdSupplier> traceIds;

	private final SingletonSupplier<TaskDecorator> taskDecorator;

	ClientContextConfigurer(ObjectProvider<ObservationRegistry> observations, ObjectProvider<TraceIdSupplier> traceIds,
			ObjectProvider<TaskDecorator> taskDecorators) {
		this.observations = observations;
		this.traceIds = traceIds;
		this.taskDecorator = SingletonSupplier.of(() -> decorator(taskDecorators));
	}

	private TaskDecorator decorator(ObjectProvider<TaskDecorator> others) {
		List<TaskDecorator> decorators = new ArrayList<>();
		decorators.add(TaskContext.decorator(this.observations.getIfAvailable(() -> ObservationRegistry.NOOP)));
		others.orderedStream().forEach(decorators::add);
		return new CompositeTaskDecorator(decorators);
	}

	/**
	 * Return what work on threads of the client carries from those that asked for it:
	 * what the library does, and what the application has its own executors carry.
	 */
	TaskDecorator taskDecorator() {
		return this.taskDecorator.obtain();
	}

	/**
	 * Set what the calls of a client belong to.
	 * @param client the builder of the client
	 * @param header the name of the header for the id of a trace
	 */
	void configure(ContactHubClient.Builder client, String header) {
		this.observations.ifAvailable(client::observationRegistry);
		client.taskDecorator(taskDecorator());
		client.tracing(header, this.traceIds.getIfAvailable(() -> () -> null));
	}

}
