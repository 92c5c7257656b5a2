package io.contacthub.test.autoconfigure;

import java.util.concurrent.locks.ReentrantLock;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.EmulatorSwitches;
import io.contacthub.emulator.autoconfigure.ContactHubEmulatorProperties;

import org.springframework.util.Assert;

/**
 * The turns of tests on an emulator: one test at a time gets it, in the state that all
 * tests start with.
 */
class EmulatorTurns {

	private final ReentrantLock turn = new ReentrantLock(true);

	private final ContactHubEmulator emulator;

	private final ContactHubEmulatorProperties properties;

	private final EventPublishers publishers;

	EmulatorTurns(ContactHubEmulator emulator, ContactHubEmulatorProperties properties, EventPublishers publishers) {
		this.emulator = emulator;
		this.properties = properties;
		this.publishers = publishers;
	}

	/**
	 * Wait for the turn of a test. Unless this throws, {@link #end()} must follow on the
	 * same thread.
	 */
	void begin() throws InterruptedException {
		// JUnit may start a test on a thread whose test waits for tasks in the same pool
		Assert.state(!this.turn.isHeldByCurrentThread(),
				"Another test on the same ContactHub emulator has begun on this thread and has not ended. "
						+ "Run tests that wait for parallel tasks with @Execution(SAME_THREAD).");
		this.turn.lockInterruptibly();
		try {
			startOver();
		}
		catch (Throwable ex) {
			end();
			throw ex;
		}
	}

	void end() {
		this.turn.unlock();
	}

	private void startOver() throws InterruptedException {
		// faults that the test before has left would keep its events from being sent
		this.emulator.wireMock().resetToDefaultMappings();
		this.emulator.switches(EmulatorSwitches.off());
		this.publishers.await();
		this.emulator.reset();
		this.properties.populate(this.emulator);
	}

}
