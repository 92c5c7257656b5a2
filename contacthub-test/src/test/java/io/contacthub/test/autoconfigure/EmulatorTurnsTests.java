package io.contacthub.test.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.autoconfigure.ContactHubEmulatorProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.context.properties.bind.Binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link EmulatorTurns}.
 */
@DisplayName("The turns of tests on an emulator")
// a turn that does not end would have the build wait for ever
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EmulatorTurnsTests {

	private static final ContactHubEmulatorProperties PROPERTIES = new Binder().bindOrCreate("none",
			ContactHubEmulatorProperties.class);

	private static ContactHubEmulator emulator;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.start();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@Test
	@DisplayName("follow each other")
	void followEachOther() throws Exception {
		EmulatorTurns turns = new EmulatorTurns(emulator, PROPERTIES, new EventPublishers());
		turns.begin();
		FutureTask<Void> other = new FutureTask<>(() -> beginAndEnd(turns), null);
		Thread thread = new Thread(other);
		thread.start();
		await().until(thread::getState, (state) -> state == Thread.State.WAITING || state == Thread.State.TERMINATED);
		assertThat(other).isNotDone();
		turns.end();
		other.get();
	}

	@Test
	@DisplayName("are not nested: a test that JUnit starts inside of another one fails, and the other one goes on")
	void refusesNestedTurn() throws Exception {
		EmulatorTurns turns = new EmulatorTurns(emulator, PROPERTIES, new EventPublishers());
		turns.begin();
		assertThatIllegalStateException().isThrownBy(turns::begin).withMessageContaining("@Execution(SAME_THREAD)");
		turns.end();
		CompletableFuture.runAsync(() -> beginAndEnd(turns)).join();
	}

	@Test
	@DisplayName("end at once when the emulator cannot be prepared")
	void endsAfterFailure() {
		EmulatorTurns turns = new EmulatorTurns(emulator, PROPERTIES, new EventPublishers() {

			private int calls;

			@Override
			void await() throws InterruptedException {
				if (this.calls++ == 0) {
					throw new InterruptedException();
				}
			}

		});
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(turns::begin);
		CompletableFuture.runAsync(() -> beginAndEnd(turns)).join();
	}

	private static void beginAndEnd(EmulatorTurns turns) {
		try {
			turns.begin();
			turns.end();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
