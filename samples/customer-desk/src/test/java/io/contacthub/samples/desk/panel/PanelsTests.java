package io.contacthub.samples.desk.panel;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.contacthub.samples.desk.failure.TroubleKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Panels}.
 */
@DisplayName("Panel")
class PanelsTests {

	private final Panels panels = new Panels();

	@Test
	@DisplayName("has what was loaded")
	void loads() {
		Panel<Integer> panel = this.panels.load(() -> 1).join();
		assertThat(panel.isLoaded()).isTrue();
		assertThat(panel.map((value) -> value + 1)).isEqualTo(Panel.of(2));
	}

	@Test
	@DisplayName("has the trouble of what failed, also behind other threads")
	void fails() {
		Panel<Integer> panel = this.panels.load(() -> fail(new QueryTimeoutException("late"))).join();
		assertThat(panel.isLoaded()).isFalse();
		assertThat(panel.trouble().kind()).isEqualTo(TroubleKind.SLOW);
		assertThat(panel.map((value) -> value + 1)).isEqualTo(panel);
		Panel<List<Integer>> several = this.panels
			.now(() -> this.panels.together(List.of(() -> 1, () -> fail(new EmptyResultDataAccessException(1)))));
		assertThat(several.trouble().kind()).isEqualTo(TroubleKind.NOT_FOUND);
	}

	@Test
	@DisplayName("makes its calls at the same time, and has what they give in their order")
	void together() {
		CountDownLatch begun = new CountDownLatch(3);
		List<Supplier<Integer>> calls = List.of(() -> await(begun, 1), () -> await(begun, 2), () -> await(begun, 3));
		assertThat(this.panels.together(calls)).containsExactly(1, 2, 3);
	}

	private static int await(CountDownLatch begun, int value) {
		begun.countDown();
		try {
			return begun.await(10, TimeUnit.SECONDS) ? value : 0;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int fail(RuntimeException ex) {
		throw ex;
	}

}
