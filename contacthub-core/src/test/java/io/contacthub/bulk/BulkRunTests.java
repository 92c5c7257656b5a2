package io.contacthub.bulk;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.bulk.BulkOutcome.Kind;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link BulkRun} while nothing is wrong with ContactHub.
 */
@DisplayName("A run")
@Timeout(60)
class BulkRunTests extends BulkFixture {

	private final CountDownLatch open = new CountDownLatch(1);

	@Test
	@DisplayName("gives the outcomes in the order of the items, also when the last are done first")
	void isInOrder() {
		CountDownLatch[] done = IntStream.range(0, 9)
			.mapToObj((i) -> new CountDownLatch(1))
			.toArray(CountDownLatch[]::new);
		done[8].countDown();
		BulkWriter<Integer> writer = writer(settings(8), (item) -> {
			pass(done[item + 1]);
			done[item].countDown();
			return created(item);
		});
		try (BulkRun<Integer> run = writer.write(items(8))) {
			assertThat(run).extracting(BulkOutcome::position).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
		}
		try (BulkRun<Integer> run = writer(settings(8), BulkRunTests::created).write(items(500))) {
			assertThat(run.stream()).extracting(BulkOutcome::item).isEqualTo(items(500));
		}
	}

	@Test
	@DisplayName("gives the outcomes as they come, when that is asked for")
	void givesAsTheyCome() {
		try (BulkRun<Integer> run = writer(settings(2).withOrder(BulkSettings.Order.COMPLETION), (item) -> {
			if (item == 0) {
				pass(this.open);
			}
			return created(item);
		}).write(items(10))) {
			Iterator<BulkOutcome<Integer>> outcomes = run.iterator();
			assertThat(take(outcomes, 9)).extracting(BulkOutcome::item)
				.containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
			this.open.countDown();
			assertThat(rest(outcomes)).containsExactly(new BulkOutcome<>(0, 0, Kind.CREATED, "id-0", null));
		}
	}

	@Test
	@DisplayName("writes as many items at the same time as its settings say, and no more")
	void writesAtTheSameTime() {
		CyclicBarrier together = new CyclicBarrier(4);
		AtomicInteger present = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		try (BulkRun<Integer> run = writer(settings(4), (item) -> {
			most.accumulateAndGet(present.incrementAndGet(), Math::max);
			try {
				together.await(20, TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			finally {
				present.decrementAndGet();
			}
			return created(item);
		}).write(items(40))) {
			assertThat(run.complete().count(Kind.CREATED)).isEqualTo(40);
		}
		assertThat(most).hasValue(4);
	}

	@Test
	@DisplayName("takes no more items than a few times those that are written at the same time, nothing before it is asked, and on one thread only")
	void isLazy() {
		AtomicInteger taken = new AtomicInteger();
		Set<Thread> threads = ConcurrentHashMap.newKeySet();
		Iterator<Integer> input = Stream.iterate(0, (i) -> i + 1).peek((i) -> {
			taken.incrementAndGet();
			threads.add(Thread.currentThread());
		}).iterator();
		try (BulkRun<Integer> run = writer(settings(32), BulkRunTests::created).write(input)) {
			assertThat(taken).hasValue(0);
			Iterator<BulkOutcome<Integer>> outcomes = run.iterator();
			for (int i = 1; i <= 1000; i++) {
				assertThat(outcomes.next().position()).isEqualTo(i - 1);
				assertThat(taken).hasValueLessThanOrEqualTo(i + 128);
			}
			assertThat(run.progress().taken()).isEqualTo(taken.get());
		}
		assertThat(threads).containsExactly(Thread.currentThread());
	}

	@Test
	@DisplayName("keeps the whole window on its way while the first item takes long")
	void goesOnBehindTheFirst() {
		Set<Integer> written = ConcurrentHashMap.newKeySet();
		try (BulkRun<Integer> run = writer(settings(2), (item) -> {
			if (item == 0) {
				pass(this.open);
			}
			written.add(item);
			return created(item);
		}).write(items(1000))) {
			Thread other = new Thread(() -> {
				await().until(() -> written.size() == 63);
				this.open.countDown();
			});
			other.start();
			assertThat(run.complete().done()).isEqualTo(1000);
		}
	}

	@Test
	@DisplayName("keeps nothing of the items whose outcomes were given")
	void forgets() {
		try (BulkRun<Object> run = writer(settings(4), BulkRunTests::created).from((item) -> 1)
			.write(Stream.generate(Object::new))) {
			Iterator<BulkOutcome<Object>> outcomes = run.iterator();
			WeakReference<Object> first = new WeakReference<>(outcomes.next().item());
			take(outcomes, 200);
			await().until(() -> {
				System.gc();
				return first.get() == null;
			});
		}
	}

	@Test
	@DisplayName("is asked for its outcomes once")
	void isAskedOnce() {
		try (BulkRun<Integer> run = writer(settings(1), BulkRunTests::created).write(items(1))) {
			run.complete();
			assertThatIllegalStateException().isThrownBy(run::iterator);
			assertThatIllegalStateException().isThrownBy(run::stream);
		}
	}

	@Test
	@DisplayName("ends at once when there are no items")
	void isEmpty() {
		try (BulkRun<Integer> run = writer(settings(1), BulkRunTests::created).write(List.of())) {
			assertThat(run).isEmpty();
			assertThat(run.progress().total()).hasValue(0);
		}
	}

	@Test
	@DisplayName("that is stopped finishes what is being written, tells the rest as not done, and takes nothing more")
	void stops() throws InterruptedException {
		Semaphore begun = new Semaphore(0);
		Set<Integer> written = ConcurrentHashMap.newKeySet();
		try (BulkRun<Integer> run = writer(settings(2), (item) -> {
			begun.release();
			pass(this.open);
			written.add(item);
			return created(item);
		}).write(items(1000))) {
			AtomicReference<List<BulkOutcome<Integer>>> outcomes = new AtomicReference<>();
			Thread puller = new Thread(() -> outcomes.set(rest(run.iterator())));
			puller.start();
			assertThat(begun.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
			await().until(() -> puller.getState() == Thread.State.TIMED_WAITING);
			run.stop();
			run.stop();
			this.open.countDown();
			puller.join();
			assertThat(outcomes.get()).hasSize(64).extracting(BulkOutcome::position).isSorted();
			assertThat(outcomes.get()).filteredOn((outcome) -> outcome.kind() == Kind.CREATED)
				.extracting(BulkOutcome::item)
				.containsExactly(0, 1);
			assertThat(outcomes.get().subList(2, 64)).allMatch((outcome) -> outcome.kind() == Kind.NOT_DONE)
				.allMatch((outcome) -> outcome.reason().equals("the run was stopped before"));
			assertThat(written).containsExactlyInAnyOrder(0, 1);
			assertThat(run.progress().taken()).isEqualTo(64);
			assertThat(run.progress().done()).isEqualTo(2);
		}
	}

	@Test
	@DisplayName("that is stopped before it is asked takes nothing, and after its end has no effect")
	void stopsBeforeAndAfter() {
		AtomicInteger taken = new AtomicInteger();
		BulkWriter<Integer> writer = writer(settings(2), BulkRunTests::created);
		try (BulkRun<Integer> run = writer.write(items(5).stream().peek((item) -> taken.incrementAndGet()))) {
			run.stop();
			assertThat(run).isEmpty();
			assertThat(taken).hasValue(0);
		}
		try (BulkRun<Integer> run = writer.write(items(5))) {
			Iterator<BulkOutcome<Integer>> outcomes = run.iterator();
			assertThat(rest(outcomes)).hasSize(5);
			run.stop();
			assertThat(outcomes.hasNext()).isFalse();
			assertThat(run.progress().done()).isEqualTo(5);
		}
	}

	@Test
	@DisplayName("tells, whenever it is stopped, of each item that was taken whether it was written")
	void losesNothing() throws InterruptedException {
		for (int round = 0; round < 200; round++) {
			Set<Integer> written = ConcurrentHashMap.newKeySet();
			AtomicInteger taken = new AtomicInteger();
			int end = round;
			AtomicReference<BulkRun<Integer>> present = new AtomicReference<>();
			try (BulkRun<Integer> run = writer(settings(1 + round % 8), (item) -> {
				written.add(item);
				if (item == end) {
					present.get().stop();
				}
				return created(item);
			}).write(Stream.iterate(0, (i) -> i + 1).peek((i) -> taken.incrementAndGet()))) {
				present.set(run);
				List<BulkOutcome<Integer>> outcomes = rest(run.iterator());
				assertThat(outcomes).hasSize(taken.get());
				assertThat(outcomes).filteredOn((outcome) -> outcome.kind() == Kind.CREATED)
					.extracting(BulkOutcome::item)
					.containsExactlyInAnyOrderElementsOf(written);
			}
		}
	}

	@Test
	@DisplayName("that is closed waits for what is being written, even when it is interrupted, and counts it")
	void closes() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		BulkRun<Integer> run = writer(settings(2), (item) -> {
			if (item == 1) {
				begun.countDown();
				pass(this.open);
			}
			pass((item == 0) ? begun : this.open);
			return created(item);
		}).write(items(100));
		assertThat(run.iterator().next().item()).isZero();
		AtomicBoolean interrupted = new AtomicBoolean();
		Thread closer = new Thread(() -> {
			run.close();
			interrupted.set(Thread.currentThread().isInterrupted());
		});
		closer.start();
		await().until(() -> closer.getState() == Thread.State.TIMED_WAITING);
		closer.interrupt();
		this.open.countDown();
		closer.join();
		assertThat(interrupted).isTrue();
		assertThat(run.progress().count(Kind.CREATED)).isBetween(2L, 3L);
		assertThat(run.progress().taken()).isEqualTo(run.progress().done() + run.progress().count(Kind.NOT_DONE));
		assertThat(run.progress().elapsed()).isEqualTo(run.progress().elapsed()).isPositive();
	}

	@Test
	@DisplayName("gives nothing more once it is closed, and closes its stream")
	void givesNothingOnceClosed() {
		BulkRun<Integer> run = writer(settings(1), BulkRunTests::created).write(items(100));
		try (Stream<BulkOutcome<Integer>> stream = run.stream()) {
			assertThat(stream.limit(1)).hasSize(1);
		}
		assertThat(run.progress().taken()).isLessThan(100);
		BulkRun<Integer> other = writer(settings(1), BulkRunTests::created).write(items(100));
		Iterator<BulkOutcome<Integer>> outcomes = other.iterator();
		outcomes.next();
		other.close();
		other.close();
		assertThat(outcomes.hasNext()).isFalse();
	}

	@Test
	@DisplayName("ends by an exception when the thread is interrupted, and gives what is left to whoever asks then")
	void isInterrupted() throws InterruptedException {
		BulkRun<Integer> run = writer(settings(2), (item) -> {
			pass(this.open);
			return created(item);
		}).write(items(1000));
		AtomicReference<List<BulkOutcome<Integer>>> left = new AtomicReference<>();
		Thread puller = new Thread(() -> {
			Iterator<BulkOutcome<Integer>> outcomes = run.iterator();
			assertThatExceptionOfType(CancellationException.class).isThrownBy(outcomes::next);
			assertThat(Thread.interrupted()).isTrue();
			this.open.countDown();
			left.set(rest(outcomes));
		});
		puller.start();
		await().until(() -> puller.getState() == Thread.State.TIMED_WAITING);
		puller.interrupt();
		puller.join();
		assertThat(left.get()).hasSize(64).extracting(BulkOutcome::kind).contains(Kind.CREATED, Kind.NOT_DONE);
		run.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 100 })
	@DisplayName("gives all outcomes before it throws what its input throws, as it is")
	void inputFails(int position) {
		IllegalStateException failure = new IllegalStateException("broken file");
		Stream<Integer> input = Stream.iterate(0, (i) -> i + 1).peek((i) -> {
			if (i == position) {
				throw failure;
			}
		});
		try (BulkRun<Integer> run = writer(settings(4), BulkRunTests::created).write(input)) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			assertThatThrownBy(() -> run.forEach(outcomes::add)).isSameAs(failure);
			assertThat(outcomes).extracting(BulkOutcome::item).isEqualTo(items(position));
		}
	}

	@Test
	@DisplayName("refuses an item that is null, after the outcomes of those before")
	void refusesNull() {
		List<Integer> input = new ArrayList<>(items(3));
		input.add(null);
		try (BulkRun<Integer> run = writer(settings(4), BulkRunTests::created).write(input)) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			assertThatIllegalArgumentException().isThrownBy(() -> run.forEach(outcomes::add))
				.withMessage("Item 3 of the input is null");
			assertThat(outcomes).hasSize(3);
		}
	}

	@Test
	@DisplayName("gives an outcome that is there before it waits for another item")
	void doesNotWaitForInput() {
		AtomicReference<BulkRun<Integer>> present = new AtomicReference<>();
		Stream<Integer> input = items(3).stream().peek((item) -> {
			if (item == 1) {
				await().until(() -> present.get().progress().done() == 1);
			}
			if (item == 2) {
				pass(this.open);
			}
		});
		try (BulkRun<Integer> run = writer(settings(1), BulkRunTests::created).write(input)) {
			present.set(run);
			Iterator<BulkOutcome<Integer>> outcomes = run.iterator();
			assertThat(outcomes.next().item()).isZero();
			this.open.countDown();
			assertThat(rest(outcomes)).hasSize(2);
		}
	}

	@Test
	@DisplayName("closes the stream that it writes, once, at its end and when it is closed early")
	void closesInput() {
		AtomicInteger closed = new AtomicInteger();
		BulkWriter<Integer> writer = writer(settings(2), BulkRunTests::created);
		try (BulkRun<Integer> run = writer.write(items(5).stream().onClose(closed::incrementAndGet))) {
			assertThat(run.progress().total()).hasValue(5);
			run.complete();
			assertThat(closed).hasValue(1);
		}
		assertThat(closed).hasValue(1);
		writer.write(Stream.generate(() -> 1).onClose(closed::incrementAndGet)).close();
		assertThat(closed).hasValue(2);
	}

	@Test
	@DisplayName("refuses an item of which its mapping makes nothing, and says so")
	void refusesNothing() {
		BulkWriter<Integer> writer = writer(settings(2), BulkFixture::created)
			.from((item) -> (item != 1) ? item : null);
		try (BulkRun<Integer> run = writer.write(items(3))) {
			assertThat(run.stream()).extracting(BulkOutcome::reason)
				.containsExactly(null, "The mapping has made null of the item", null);
		}
	}

	@Test
	@DisplayName("refuses an item whose mapping fails, in its turn, and sends nothing of it")
	void mappingFails() {
		Set<Integer> written = ConcurrentHashMap.newKeySet();
		BulkWriter<String> writer = writer(settings(2), (item) -> {
			written.add(item);
			return created(item);
		}).from((String text) -> Integer.valueOf(text)).from(String::strip);
		try (BulkRun<String> run = writer.write(List.of(" 1", "x", "3 "))) {
			List<BulkOutcome<String>> outcomes = run.stream().toList();
			assertThat(outcomes).extracting(BulkOutcome::item).containsExactly(" 1", "x", "3 ");
			assertThat(outcomes).extracting(BulkOutcome::kind)
				.containsExactly(Kind.CREATED, Kind.REFUSED, Kind.CREATED);
			assertThat(outcomes.get(1).isProblem()).isTrue();
			assertThat(outcomes.get(1).reason()).isEqualTo("For input string: \"x\"");
			assertThat(outcomes.get(1))
				.hasToString("BulkOutcome[position=1, kind=REFUSED, failure=NumberFormatException]");
		}
		assertThat(written).containsExactlyInAnyOrder(1, 3);
	}

	@Test
	@DisplayName("tells its listener of the progress, also while it waits, and how it has ended; one that fails does no harm")
	void tellsProgress() {
		List<BulkProgress> told = new CopyOnWriteArrayList<>();
		try (BulkRun<Integer> run = writer(settings(2), (item) -> {
			pass(this.open);
			return created(item);
		}).write(items(10)).onProgress(Duration.ofMillis(1), (progress) -> {
			told.add(progress);
			if (told.size() == 3) {
				this.open.countDown();
			}
			throw new IllegalStateException("listener");
		})) {
			assertThat(run.complete().done()).isEqualTo(10);
		}
		assertThat(told.get(0).done()).isZero();
		assertThat(told.get(0).taken()).isEqualTo(10);
		assertThat(told.get(told.size() - 1).remaining()).hasValue(0);
		assertThat(told.get(told.size() - 1)).asString().startsWith("10 of 10, ").endsWith(": created 10");
	}

	@Test
	@DisplayName("shares the threads of its writer, which end when they have nothing to do")
	void sharesThreads() {
		Set<String> threads = ConcurrentHashMap.newKeySet();
		BulkWriter<Integer> writer = writer(settings(3), (item) -> {
			threads.add(Thread.currentThread().getName());
			return created(item);
		});
		for (int i = 0; i < 3; i++) {
			try (BulkRun<Integer> run = writer.write(items(100))) {
				run.complete();
			}
		}
		assertThat(threads).hasSizeLessThanOrEqualTo(3).allMatch((name) -> name.startsWith("contacthub-bulk-"));
	}

	@Test
	@DisplayName("gives what is thrown as an Error by the mapping at its end, and tells the item as not done")
	void mappingThrowsError() {
		BulkWriter<Integer> writer = writer(settings(1), BulkRunTests::created).from((Integer item) -> {
			if (item == 3) {
				throw new StackOverflowError("deep");
			}
			return item;
		});
		try (BulkRun<Integer> run = writer.write(items(100))) {
			List<BulkOutcome<Integer>> outcomes = new ArrayList<>();
			assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> run.forEach(outcomes::add));
			assertThat(outcomes).hasSize(4);
			assertThat(outcomes.get(3).kind()).isEqualTo(Kind.NOT_DONE);
		}
	}

	@Test
	@DisplayName("writes items that share a key one after the other, in the order of input, and others meanwhile")
	void keepsOrderOfKeys() {
		ConcurrentLinkedQueue<Integer> written = new ConcurrentLinkedQueue<>();
		Set<Integer> present = ConcurrentHashMap.newKeySet();
		BulkOperation<Integer> operation = new BulkOperation<>() {

			@Override
			public BulkResult apply(Integer item) {
				assertThat(present.add(item % 5)).isTrue();
				Thread.yield();
				written.add(item);
				present.remove(item % 5);
				return created(item);
			}

			@Override
			public List<?> keys(Integer item) {
				return List.of("a" + item % 5, "b" + item % 5);
			}

		};
		try (BulkRun<Integer> run = writer(settings(16), operation).write(items(1000))) {
			assertThat(run.complete().count(Kind.CREATED)).isEqualTo(1000);
		}
		for (int key = 0; key < 5; key++) {
			int shared = key;
			assertThat(written.stream().filter((item) -> item % 5 == shared).toList()).hasSize(200).isSorted();
		}
	}

	@Test
	@DisplayName("has an item wait for all that share one of its keys, and holds no thread meanwhile")
	void waitsForSeveral() {
		List<Integer> written = Collections.synchronizedList(new ArrayList<>());
		BulkOperation<Integer> operation = new BulkOperation<>() {

			@Override
			public BulkResult apply(Integer item) {
				if (item == 0) {
					pass(BulkRunTests.this.open);
				}
				written.add(item);
				if (item == 99) {
					BulkRunTests.this.open.countDown();
				}
				return created(item);
			}

			@Override
			public List<?> keys(Integer item) {
				return switch (item) {
					case 0 -> List.of("a");
					case 1 -> List.of("b");
					case 2 -> List.of("a", "b");
					case 3 -> List.of("b", "c");
					default -> List.of();
				};
			}

		};
		// all but the first four get through by the one thread that is left
		try (BulkRun<Integer> run = writer(settings(2), operation)
			.write(IntStream.concat(IntStream.range(0, 50), IntStream.of(99)).boxed().toList())) {
			run.complete();
		}
		assertThat(written).containsSubsequence(99, 0, 2, 3).contains(1).hasSize(51);
	}

	@Test
	@DisplayName("keeps no key of what was written")
	void forgetsKeys() {
		KeyOrder order = new KeyOrder();
		BulkItem<Integer> first = new BulkItem<>(0, 0);
		BulkItem<Integer> second = new BulkItem<>(1, 1);
		order.add(first, List.of("a", "a"));
		order.add(second, List.of("a"));
		assertThat(first.isFree()).isTrue();
		assertThat(second.isFree()).isFalse();
		order.remove(first);
		assertThat(first.freed()).hasSize(1);
		order.remove(second);
		assertThat(order).extracting("last").asInstanceOf(InstanceOfAssertFactories.MAP).isEmpty();
	}

}
