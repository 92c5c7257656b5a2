package io.contacthub.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SwitchedFaults}.
 */
@DisplayName("With faults that are switched on,")
class SwitchedFaultsTests {

	private final AtomicLong time = new AtomicLong();

	private final AtomicInteger carriedOut = new AtomicInteger();

	private EmulatorSwitches switches = EmulatorSwitches.off();

	private final SwitchedFaults faults = new SwitchedFaults(() -> this.switches, new Random(42), this.time::get);

	static SwitchedFaults none() {
		return new SwitchedFaults(EmulatorSwitches::off, new Random(), System::nanoTime);
	}

	@Test
	@DisplayName("the share of requests that fails is the one that is set, and nothing of them is carried out")
	void failuresAreNotCarriedOut() {
		set((off) -> off.withFailureRate(0.25));
		int failed = (int) IntStream.range(0, 1000).filter((i) -> call().response().status() == 503).count();
		assertThat(failed).isBetween(200, 300);
		assertThat(this.carriedOut).hasValue(1000 - failed);
	}

	@Test
	@DisplayName("the share of requests without an answer is the one that is set, and nothing of them is carried out")
	void disconnectedRequestsAreNotCarriedOut() {
		set((off) -> off.withDisconnectRate(0.5));
		int gone = (int) IntStream.range(0, 1000).filter((i) -> call().disconnect()).count();
		assertThat(gone).isBetween(430, 570);
		assertThat(this.carriedOut).hasValue(1000 - gone);
		set((off) -> off.withDisconnectRate(1));
		assertThat(call().disconnect()).isTrue();
	}

	@Test
	@DisplayName("the share of answers that are lost is the one that is set; their requests are carried out, and counted")
	void lostAnswersAreCarriedOut() {
		set((off) -> off.withLostAnswerRate(0.5).withLatency(Duration.ofMillis(30)));
		int lost = (int) IntStream.range(0, 1000).filter((i) -> call().disconnect()).count();
		assertThat(lost).isBetween(430, 570);
		assertThat(this.carriedOut).hasValue(1000);
		assertThat(this.faults.lostAnswers()).isEqualTo(lost);
		this.faults.reset();
		assertThat(this.faults.lostAnswers()).isZero();
	}

	@Test
	@DisplayName("a request that is refused is neither carried out nor counted as one whose answer is lost")
	void refusedRequestsLoseNoAnswer() {
		set((off) -> off.withLostAnswerRate(1).withFailureRate(0.5));
		int lost = (int) IntStream.range(0, 1000).filter((i) -> call().disconnect()).count();
		assertThat(lost).isBetween(430, 570);
		assertThat(this.carriedOut).hasValue(lost);
		assertThat(this.faults.lostAnswers()).isEqualTo(lost);
	}

	@Test
	@DisplayName("an answer waits the latency and a part of the jitter")
	void answersWait() {
		set((off) -> off.withLatency(Duration.ofMillis(30)).withLatencyJitter(Duration.ofMillis(100)));
		List<Long> delays = Stream.generate(() -> call().delay().toMillis()).limit(1000).toList();
		assertThat(delays).allSatisfy((delay) -> assertThat(delay).isBetween(30L, 130L));
		assertThat(delays).anySatisfy((delay) -> assertThat(delay).isLessThan(40))
			.anySatisfy((delay) -> assertThat(delay).isGreaterThan(120));
		set((off) -> off.withLatency(Duration.ofMillis(30)));
		assertThat(call().delay()).isEqualTo(Duration.ofMillis(30));
	}

	@Test
	@DisplayName("no second has more requests than the limit, wherever it begins")
	void limitHolds() {
		set((off) -> off.withRateLimit(2));
		assertThat(call().response().status()).isEqualTo(200);
		this.time.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));
		assertThat(call().response().status()).isEqualTo(200);
		EmulatedResponse refused = call().response();
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.headers()).containsEntry("Retry-After", "1");
		this.time.addAndGet(TimeUnit.MILLISECONDS.toNanos(101));
		assertThat(call().response().status()).isEqualTo(200);
		assertThat(call().response().status()).isEqualTo(429);
		assertThat(this.carriedOut).hasValue(3);
		set((off) -> off);
		assertThat(call().response().status()).isEqualTo(200);
	}

	private void set(UnaryOperator<EmulatorSwitches> change) {
		this.switches = change.apply(EmulatorSwitches.off());
	}

	private ApiAnswer call() {
		return this.faults.apply((reindexing) -> {
			this.carriedOut.incrementAndGet();
			return EmulatedResponse.empty(200);
		});
	}

}
