package io.contacthub.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DisplayName("What is read in bulk")
class BulkReadTests {

	private final Numbers source = new Numbers(10);

	private final BulkRead<Integer> read = BulkRead.create(this.source);

	@Test
	@DisplayName("is not asked for before its first element is")
	void isLazy() {
		Iterator<Integer> iterator = this.read.iterator();
		assertThat(this.source.opened).isZero();
		assertThat(this.read.progress().total()).isEmpty();
		assertThat(this.read.progress().elapsed()).isZero();
		assertThat(iterator.next()).isZero();
		assertThat(this.source.opened).isOne();
		assertThat(this.source.asked).isLessThanOrEqualTo(2);
	}

	@Test
	@DisplayName("is given whole and once")
	void isGivenOnce() {
		assertThat(this.read.stream()).containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
		assertThat(this.source.closed).isOne();
		assertThatIllegalStateException().isThrownBy(this.read::iterator);
		assertThatIllegalStateException().isThrownBy(this.read::stream);
	}

	@Test
	@DisplayName("tells its place and progress by what was given, though more is known")
	void tellsProgress() {
		Iterator<Integer> iterator = this.read.iterator();
		assertThat(iterator.hasNext()).isTrue();
		assertThat(this.read.position()).isEmpty();
		assertThat(this.read.progress().done()).isZero();
		iterator.next();
		assertThat(iterator.hasNext()).isTrue();
		iterator.next();
		assertThat(iterator.hasNext()).isTrue();
		assertThat(this.read.position()).contains("1");
		BulkProgress progress = this.read.progress();
		assertThat(progress.taken()).isEqualTo(2);
		assertThat(progress.done()).isEqualTo(2);
		assertThat(progress.total()).hasValue(10);
		assertThat(progress.remaining()).hasValue(8);
		assertThat(progress.outcomes()).isEmpty();
		assertThat(progress.paused()).isFalse();
	}

	@Test
	@DisplayName("tells a listener between two elements, and at the end once")
	void tellsListener() {
		List<Long> told = new ArrayList<>();
		this.read.onProgress(Duration.ofDays(1), (progress) -> told.add(progress.done()));
		Iterator<Integer> iterator = this.read.iterator();
		iterator.forEachRemaining((element) -> assertThat(told).isEmpty());
		assertThat(iterator.hasNext()).isFalse();
		assertThat(told).containsExactly(10L);
	}

	@Test
	@DisplayName("goes on when the listener fails")
	void survivesListeners() {
		this.read.onProgress(Duration.ofDays(1), (progress) -> {
			throw new IllegalStateException("listener");
		});
		assertThat(this.read.stream()).hasSize(10);
		assertThatIllegalArgumentException().isThrownBy(() -> this.read.onProgress(Duration.ZERO, (progress) -> {
		}));
	}

	@Test
	@DisplayName("ends where it is closed")
	void endsWhereClosed() {
		Iterator<Integer> iterator = this.read.iterator();
		iterator.next();
		this.read.close();
		this.read.close();
		assertThat(this.source.closed).isOne();
		assertThat(iterator.hasNext()).isFalse();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
		Duration elapsed = this.read.progress().elapsed();
		assertThat(this.read.progress().elapsed()).isEqualTo(elapsed);
		assertThat(this.read.position()).contains("0");
	}

	@Test
	@DisplayName("is closed by its stream, also before anything was read")
	void isClosedByStream() {
		this.read.stream().close();
		assertThat(this.source.opened).isZero();
		BulkRead<Integer> other = BulkRead.create(this.source);
		try (Stream<Integer> stream = other.stream()) {
			assertThat(stream.limit(3)).containsExactly(0, 1, 2);
		}
		assertThat(this.source.closed).isOne();
		assertThat(other.position()).contains("2");
	}

	@Test
	@DisplayName("ends with the failure of its source")
	void endsWithFailure() {
		this.source.failing = 3;
		Iterator<Integer> iterator = this.read.iterator();
		assertThat(List.of(iterator.next(), iterator.next(), iterator.next())).containsExactly(0, 1, 2);
		assertThatIllegalStateException().isThrownBy(iterator::hasNext).withMessage("3");
		assertThat(iterator.hasNext()).isFalse();
		assertThat(this.source.closed).isOne();
		assertThat(this.read.position()).contains("2");
	}

	/**
	 * The numbers up to one, of which each is its place.
	 */
	private static final class Numbers implements BulkSource<Integer> {

		private final int total;

		private int failing = -1;

		private int opened;

		private int closed;

		private int asked;

		private Optional<String> position = Optional.empty();

		Numbers(int total) {
			this.total = total;
		}

		@Override
		public Stream<Integer> stream() {
			this.opened++;
			AtomicInteger next = new AtomicInteger();
			return Stream.generate(next::getAndIncrement).limit(this.total).peek((number) -> {
				this.asked++;
				if (number == this.failing) {
					throw new IllegalStateException(String.valueOf(number));
				}
			}).onClose(() -> this.closed++);
		}

		@Override
		public OptionalLong total() {
			return (this.opened > 0) ? OptionalLong.of(this.total) : OptionalLong.empty();
		}

		@Override
		public void passed(Integer element) {
			this.position = Optional.of(element.toString());
		}

		@Override
		public Optional<String> position() {
			return this.position;
		}

	}

}
