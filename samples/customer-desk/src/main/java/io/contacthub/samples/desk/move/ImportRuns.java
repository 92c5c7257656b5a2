package io.contacthub.samples.desk.move;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * What runs imports in the background, for the user and in the language of the request
 * that starts them.
 */
@Component
class ImportRuns {

	private static final Log logger = LogFactory.getLog(ImportRuns.class);

	private final Map<ImportRun, CountDownLatch> running = new ConcurrentHashMap<>();

	private final ImportWriters writers;

	private final ProblemWords words;

	private final Audit audit;

	private final AsyncTaskExecutor executor;

	ImportRuns(ImportWriters writers, ProblemWords words, Audit audit,
			@Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
		this.writers = writers;
		this.words = words;
		this.audit = audit;
		this.executor = executor;
	}

	/**
	 * Start an import.
	 * @param mode what is done with customers that are there
	 */
	void start(ImportJob job, ImportMode mode) {
		ImportRun run = new ImportRun(job, this.writers.of(mode), this.words);
		CountDownLatch end = new CountDownLatch(1);
		Locale locale = LocaleContextHolder.getLocale();
		job.begin(mode, run);
		this.running.put(run, end);
		this.audit.written(AuditAction.IMPORT_START, job.id());
		Runnable task = new DelegatingSecurityContextRunnable(() -> {
			LocaleContextHolder.setLocale(locale);
			try {
				run.run();
				end(job, run);
			}
			finally {
				LocaleContextHolder.resetLocaleContext();
				job.touch();
				this.running.remove(run);
				end.countDown();
			}
		});
		try {
			this.executor.execute(task);
		}
		catch (TaskRejectedException ex) {
			logger.warn("An import was not begun: " + ex.getMessage());
			run.abandon(StopReason.SHUTDOWN);
			this.running.remove(run);
			end.countDown();
		}
	}

	private void end(ImportJob job, ImportRun run) {
		ImportProgress progress = run.progress();
		this.audit.written(AuditAction.IMPORT_END, job.id(),
				Map.of("created", progress.created(), "updated", progress.updated()));
		try {
			// what was not imported is in a file of its own
			Files.deleteIfExists(job.check().file().path());
		}
		catch (IOException ex) {
			logger.warn("The file of an import could not be deleted", ex);
		}
	}

	/**
	 * Have all imports finish what they are writing, and take nothing more.
	 */
	void stop() {
		this.running.keySet().forEach((run) -> run.stop(StopReason.SHUTDOWN));
	}

	/**
	 * Wait until nothing is written any more.
	 * @param longest how long at most
	 */
	void await(Duration longest) throws InterruptedException {
		long deadline = System.nanoTime() + longest.toNanos();
		for (CountDownLatch end : this.running.values()) {
			if (!end.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
				logger.warn("An import did not end in time");
			}
		}
	}

}
