package io.contacthub.samples.desk.move;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.InputStreamSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The imports of all users, in memory and in a folder of this process. Each user has one
 * at a time, and sees no others but own ones.
 */
@Component
class ImportJobs implements DisposableBean {

	/**
	 * How many imports of a user are kept that are over.
	 */
	private static final int KEPT = 5;

	private static final Duration LONGEST_END = Duration.ofSeconds(30);

	private final Map<String, ImportJob> jobs = new ConcurrentHashMap<>();

	private final FileChecks checks;

	private final ImportRuns runs;

	private final ImportProperties properties;

	private final ImportFolder folder = new ImportFolder(Path.of(System.getProperty("java.io.tmpdir")));

	ImportJobs(FileChecks checks, ImportRuns runs, ImportProperties properties) {
		this.checks = checks;
		this.runs = runs;
		this.properties = properties;
	}

	/**
	 * Take a file. Another one of the user that was not started is forgotten.
	 * @param owner the user
	 * @param name what the file is called
	 * @param type what it is
	 * @param upload the file
	 */
	ImportJob add(String owner, String name, FileType type, InputStreamSource upload) throws IOException {
		Path own = this.folder.add();
		try {
			Path path = own.resolve("upload");
			try (InputStream input = upload.getInputStream()) {
				Files.copy(input, path);
			}
			CustomerFile file = new CustomerFile(path, name, type, ReadingOptions.defaults());
			ImportJob job = new ImportJob(owner, name, own, this.checks.checkNew(file));
			put(job);
			return job;
		}
		catch (IOException | RuntimeException ex) {
			ImportFolder.delete(own);
			throw ex;
		}
	}

	private synchronized void put(ImportJob job) {
		of(job.owner()).stream().filter((other) -> other.run() == null).forEach(this::discard);
		of(job.owner()).stream().filter((other) -> !other.isRunning()).skip(KEPT - 1).forEach(this::discard);
		this.jobs.put(job.id(), job);
	}

	/**
	 * Read the file of an import in another way.
	 */
	void read(ImportJob job, ReadingOptions options) {
		job.check(this.checks.check(job.check().file().with(options)));
	}

	/**
	 * Return the import of a user, the last one first.
	 */
	List<ImportJob> of(String owner) {
		return this.jobs.values()
			.stream()
			.filter((job) -> job.owner().equals(owner))
			.sorted(Comparator.comparing(ImportJob::created).reversed())
			.toList();
	}

	/**
	 * Return an import of a user.
	 */
	Optional<ImportJob> find(String owner, String id) {
		return Optional.ofNullable(this.jobs.get(id)).filter((job) -> job.owner().equals(owner));
	}

	/**
	 * Start an import, unless it was started before or another one of its user is under
	 * way.
	 * @param mode what is done with customers that are there
	 * @return whether it was started
	 */
	synchronized boolean start(ImportJob job, ImportMode mode) {
		if (!this.jobs.containsKey(job.id()) || job.run() != null || job.check().fault() != null
				|| isRunning(job.owner())) {
			return false;
		}
		this.runs.start(job, mode);
		return true;
	}

	boolean isRunning(String owner) {
		return of(owner).stream().anyMatch(ImportJob::isRunning);
	}

	/**
	 * Stop an import, or forget one that was not started.
	 * @return whether it goes on to its end, in its files
	 */
	synchronized boolean cancel(ImportJob job) {
		ImportRun run = job.run();
		if (run == null) {
			discard(job);
			return false;
		}
		run.stop(StopReason.CANCELLED);
		return true;
	}

	/**
	 * Forget an import with its files.
	 */
	synchronized void discard(ImportJob job) {
		this.jobs.remove(job.id());
		ImportFolder.delete(job.folder());
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void discardOld() {
		this.folder.tidy(this.properties.keep());
		Instant limit = Instant.now().minus(this.properties.keep());
		this.jobs.values()
			.stream()
			.filter((job) -> !job.isRunning() && job.changed().isBefore(limit))
			.toList()
			.forEach(this::discard);
	}

	/**
	 * Stop all imports, before what they write by goes.
	 */
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.runs.stop();
	}

	@Override
	public void destroy() throws InterruptedException {
		this.runs.stop();
		this.runs.await(LONGEST_END);
		this.folder.delete();
	}

}
