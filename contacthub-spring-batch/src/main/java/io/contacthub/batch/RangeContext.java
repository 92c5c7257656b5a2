package io.contacthub.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.contacthub.event.EventFilter;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.util.Assert;

/**
 * Ranges in the contexts of steps: that of a partition in its own, from where its reader
 * takes it, and all of them in that of the step which has divided them.
 */
final class RangeContext {

	private static final String RANGE = "contacthub.range";

	private static final String RANGES = "contacthub.ranges";

	private RangeContext() {
	}

	/**
	 * Return the customers of a partition.
	 * @param context the context of its step
	 * @return the query, or {@code null} when the step is no partition
	 */
	static @Nullable Query query(ExecutionContext context) {
		return context.containsKey(RANGE)
				? Query.of(ContactHubJson.mapper().readValue(context.getString(RANGE), JsonObject.class)) : null;
	}

	/**
	 * Return the events of a partition.
	 * @param context the context of its step
	 * @return the filter, or {@code null} when the step is no partition
	 */
	static @Nullable EventFilter filter(ExecutionContext context) {
		return context.containsKey(RANGE)
				? ContactHubJson.mapper().readValue(context.getString(RANGE), EventFilter.class) : null;
	}

	/**
	 * Divide, but only once for a job: a restart asks for the partitions again, and must
	 * get those of the first time, though the bounds would be others by then. So they are
	 * stored before the first partition is made of them.
	 * @param repository where contexts are stored
	 * @param name the beginning of the names of the partitions
	 * @param division divides
	 * @return the contexts of the partitions
	 */
	static Map<String, ExecutionContext> divide(JobRepository repository, String name,
			Supplier<? extends List<?>> division) {
		StepContext step = StepSynchronizationManager.getContext();
		Assert.state(step != null, "Partitions are made by a step only, which keeps their bounds for a restart");
		List<String> ranges = ranges(repository, step.getStepExecution(), division);
		Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
		for (int i = 0; i < ranges.size(); i++) {
			ExecutionContext context = new ExecutionContext();
			context.putString(RANGE, ranges.get(i));
			contexts.put(name + "-" + i, context);
		}
		return contexts;
	}

	private static List<String> ranges(JobRepository repository, StepExecution step,
			Supplier<? extends List<?>> division) {
		ExecutionContext context = step.getExecutionContext();
		if (context.containsKey(RANGES)) {
			return List.of(ContactHubJson.mapper().readValue(context.getString(RANGES), String[].class));
		}
		List<String> ranges = new ArrayList<>();
		division.get().forEach((range) -> ranges.add(ContactHubJson.mapper().writeValueAsString(range)));
		context.putString(RANGES, ContactHubJson.mapper().writeValueAsString(ranges));
		repository.updateExecutionContext(step);
		return ranges;
	}

}
