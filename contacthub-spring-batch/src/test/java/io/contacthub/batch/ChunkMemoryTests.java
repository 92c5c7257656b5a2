package io.contacthub.batch;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes chunks as steps bring them.
 */
@DisplayName("The memory of a chunk")
class ChunkMemoryTests {

	private static final String ITEM = "item";

	private final ChunkMemory<String> memory = new ChunkMemory<>();

	private final List<WrittenItem<String>> first = this.memory.take(null, List.of("a", ITEM, "b"));

	@Test
	@DisplayName("knows a chunk that has failed when it comes again, as a whole")
	void knowsChunk() {
		this.memory.end(this.first, true);
		assertThat(this.memory.take(null, List.of("a", ITEM, "b"))).isEqualTo(this.first);
		this.memory.end(this.first, true);
		assertThat(this.memory.take(null, List.of("a", ITEM, "b"))).isEqualTo(this.first);
	}

	@Test
	@DisplayName("knows a chunk that has failed when it comes again item by item, some of which fail")
	void knowsItems() {
		this.memory.end(this.first, true);
		for (int i = 0; i < 3; i++) {
			List<WrittenItem<String>> single = this.memory.take(null, List.of(this.first.get(i).item()));
			assertThat(single).containsExactly(this.first.get(i));
			this.memory.end(single, i == 1);
		}
		assertThat(this.memory.take(null, List.of(ITEM))).doesNotContain(this.first.get(1));
	}

	@Test
	@DisplayName("takes the same object for another item once its chunk is done")
	void forgetsChunk() {
		this.memory.end(this.first, false);
		assertThat(this.memory.take(null, List.of("a", ITEM, "b"))).doesNotContainAnyElementsOf(this.first);
	}

	@Test
	@DisplayName("knows nothing of a chunk of another step")
	void belongsToStep() {
		this.memory.end(this.first, true);
		StepExecution step = new StepExecution(1, "next",
				new JobExecution(1, new JobInstance(1, "job"), new JobParameters()));
		assertThat(this.memory.take(step, List.of("a", ITEM, "b"))).doesNotContainAnyElementsOf(this.first);
	}

	@Test
	@DisplayName("takes an equal object for another item")
	void comparesIdentity() {
		this.memory.end(this.first, true);
		assertThat(this.memory.take(null, List.of("a", new String("item".toCharArray()), "b")))
			.doesNotContainAnyElementsOf(this.first);
	}

	@Test
	@DisplayName("keeps the same object in two places of a chunk apart")
	void keepsPlaces() {
		List<String> items = Collections.nCopies(2, ITEM);
		List<WrittenItem<String>> taken = this.memory.take(null, items);
		assertThat(taken).doesNotHaveDuplicates();
		this.memory.end(taken, true);
		assertThat(this.memory.take(null, items)).isEqualTo(taken);
	}

}
