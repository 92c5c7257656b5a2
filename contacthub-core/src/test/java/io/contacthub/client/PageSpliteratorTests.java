package io.contacthub.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.domain.Pageable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageSpliterator}.
 */
@DisplayName("A spliterator over pages")
class PageSpliteratorTests {

	private static final int PAGES = 9;

	private final BackgroundExecutor readers = BackgroundExecutor.unbounded("reader-", (task) -> task);

	private final AtomicInteger asked = new AtomicInteger();

	private static ApiPage<Integer> page(int number) {
		return new ApiPage<>(List.of(number), new ApiPage.Metadata(1, (long) PAGES, PAGES, number));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	@DisplayName("asks for the next page before it waits for the present one")
	void asksBeforeItWaits(int prefetch) {
		List<CountDownLatch> begun = new ArrayList<>();
		for (int number = 0; number < PAGES; number++) {
			begun.add(new CountDownLatch(1));
		}
		List<Integer> late = new ArrayList<>();
		PageSpliterator<Integer> pages = new PageSpliterator<>((pageable) -> {
			int number = pageable.getPageNumber();
			begun.get(number).countDown();
			// none but the first comes before as many as are read ahead are on their way
			// too
			int other = (number > 0) ? Math.min(number + prefetch, PAGES - 1) : 0;
			if (!arrives(begun.get(other))) {
				synchronized (late) {
					late.add(other);
				}
			}
			return page(number);
		}, prefetch, this.readers::submit);
		assertThat(StreamSupport.stream(pages, false)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
		assertThat(late).isEmpty();
	}

	private static boolean arrives(CountDownLatch latch) {
		try {
			return latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	@DisplayName("holds no more pages than the one that is worked on and those read ahead")
	void readsNoFurther(int prefetch) {
		PageSpliterator<Integer> pages = new PageSpliterator<>(this::count, prefetch, this.readers::submit);
		for (int number = 0; number < PAGES; number++) {
			int present = number;
			assertThat(pages.tryAdvance((element) -> assertThat(element).isEqualTo(present))).isTrue();
			assertThat(this.asked.get()).isLessThanOrEqualTo(number + 1 + prefetch);
		}
		assertThat(pages.tryAdvance((element) -> assertThat(element).isNull())).isFalse();
		assertThat(this.asked).hasValue(PAGES);
	}

	private ApiPage<Integer> count(Pageable pageable) {
		this.asked.incrementAndGet();
		return page(pageable.getPageNumber());
	}

}
