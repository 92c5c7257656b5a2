package io.contacthub.samples.desk.panel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.contacthub.samples.desk.failure.TroubleKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Panels}.
 */
@DisplayName("Panel")
class PanelsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Panels panels = new Panels();

	private final CountDownLatch over = new CountDownLatch(1);

	private final ExecutorService visitors = Executors.newCachedThreadPool();

	@AfterEach
	void end() {
		RequestContextHolder.resetRequestAttributes();
		this.over.countDown();
		this.visitors.shutdownNow();
		this.panels.destroy();
	}

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

	@Test
	@DisplayName("is waited for no longer than somebody waits for its page, however late it is begun")
	void shareTime() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		new PageTime().preHandle(request, new MockHttpServletResponse(), this);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		assertThat(this.panels.left()).isBetween(PageTime.PATIENCE.minusSeconds(5), PageTime.PATIENCE);
		request.setAttribute(PageTime.class.getName(),
				System.nanoTime() - PageTime.PATIENCE.minusMillis(500).toNanos());
		long begun = System.nanoTime();
		assertThat(this.panels.read(this::stall).trouble().kind()).isEqualTo(TroubleKind.SLOW);
		assertThat(this.panels.read(this::stall).trouble().kind()).isEqualTo(TroubleKind.SLOW);
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(500),
				Duration.ofSeconds(5));
		assertThat(this.panels.read(() -> 1)).isEqualTo(Panel.of(1));
	}

	@Test
	@DisplayName("that is needed before the rest is given up after a short time, and fails as what it calls does")
	void shortly() {
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> this.panels.shortly(this::stall));
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.panels.shortly(() -> fail(new EmptyResultDataAccessException(1))));
		assertThat(this.panels.shortly(() -> 1)).isEqualTo(1);
	}

	@Test
	@DisplayName("of many people is loaded, even where each one makes calls of its own")
	void many() {
		List<Supplier<Integer>> calls = List.of(() -> pause(1), () -> pause(2));
		Supplier<CompletableFuture<Panel<List<Integer>>>> page = () -> this.panels
			.load(() -> this.panels.together(calls));
		List<CompletableFuture<Panel<List<Integer>>>> loading = IntStream.range(0, 200)
			.mapToObj((number) -> CompletableFuture.supplyAsync(page, this.visitors).thenCompose(Function.identity()))
			.toList();
		assertThat(CompletableFuture.allOf(loading.toArray(CompletableFuture[]::new))).succeedsWithin(PATIENCE);
		assertThat(loading).allMatch((panel) -> panel.join().equals(Panel.of(List.of(1, 2))));
	}

	@Test
	@DisplayName("does not outlive the desk")
	void ends() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CompletableFuture<Panel<Boolean>> loading = this.panels.load(() -> isInterrupted(begun));
		assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
		this.panels.destroy();
		assertThat(loading).succeedsWithin(PATIENCE).isEqualTo(Panel.of(true));
	}

	private static boolean isInterrupted(CountDownLatch begun) {
		begun.countDown();
		try {
			TimeUnit.MINUTES.sleep(1);
			return false;
		}
		catch (InterruptedException ex) {
			return true;
		}
	}

	/**
	 * Return nothing until the test is over.
	 */
	private int stall() {
		try {
			return this.over.await(1, TimeUnit.MINUTES) ? 1 : 0;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int pause(int value) {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
			return value;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
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
