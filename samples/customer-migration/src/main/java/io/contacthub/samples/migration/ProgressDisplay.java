package io.contacthub.samples.migration;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What shows the progress: one line that changes, or a line every ten seconds.
 */
final class ProgressDisplay implements AutoCloseable {

	private static final int COLUMNS = 79;

	private final Console console;

	private final Progress progress;

	private final Mode mode;

	private final boolean changing;

	private final ScheduledExecutorService ticker;

	private int shown;

	ProgressDisplay(Console console, Progress progress, Mode mode) {
		this.console = console;
		this.progress = progress;
		this.changing = mode == Mode.LINE || (mode == Mode.AUTO && console.terminal());
		this.ticker = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "progress");
			thread.setDaemon(true);
			return thread;
		});
		this.mode = mode;
	}

	/**
	 * Show the progress from now on.
	 */
	void start() {
		if (this.mode != Mode.OFF) {
			long interval = this.changing ? 250 : 10_000;
			this.ticker.scheduleAtFixedRate(this::show, interval, interval, TimeUnit.MILLISECONDS);
		}
	}

	private synchronized void show() {
		if (this.ticker.isShutdown()) {
			return;
		}
		String line = this.progress.line();
		if (!this.changing) {
			this.console.say(line);
			return;
		}
		String fitting = (line.length() > COLUMNS) ? line.substring(0, COLUMNS) : line;
		this.console.err().print("\r" + fitting + " ".repeat(Math.max(0, this.shown - fitting.length())));
		this.console.err().flush();
		this.shown = fitting.length();
	}

	/**
	 * Say something that stays.
	 */
	synchronized void say(String line) {
		wipe();
		this.console.say(line);
	}

	/**
	 * Leave the place to what is printed next.
	 */
	synchronized void wipe() {
		if (this.shown > 0) {
			this.console.err().print("\r" + " ".repeat(this.shown) + "\r");
			this.shown = 0;
		}
	}

	@Override
	public synchronized void close() {
		this.ticker.shutdownNow();
		wipe();
	}

	/**
	 * How it is shown.
	 */
	enum Mode {

		/** One line on a terminal, else several. */
		AUTO,

		/** One line that changes. */
		LINE,

		/** A line every ten seconds. */
		PLAIN,

		/** Not at all. */
		OFF

	}

}
