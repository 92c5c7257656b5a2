package io.contacthub.samples.desk.move;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/**
 * File on its way into ContactHub: uploaded and checked, then imported once.
 */
final class ImportJob {

	private final String id = UUID.randomUUID().toString();

	private final String owner;

	private final String name;

	private final Path folder;

	private final Instant created = Instant.now();

	private volatile Instant changed = this.created;

	private volatile FileCheck check;

	private volatile ImportMode mode;

	private volatile ImportRun run;

	/**
	 * Create a job.
	 * @param owner who may see it
	 * @param name what the file is called
	 * @param folder where its files are
	 * @param check what the file holds
	 */
	ImportJob(String owner, String name, Path folder, FileCheck check) {
		this.owner = owner;
		this.name = name;
		this.folder = folder;
		this.check = check;
	}

	String id() {
		return this.id;
	}

	String owner() {
		return this.owner;
	}

	String name() {
		return this.name;
	}

	Instant created() {
		return this.created;
	}

	Instant changed() {
		return this.changed;
	}

	void touch() {
		this.changed = Instant.now();
	}

	Path folder() {
		return this.folder;
	}

	/**
	 * Return where some of its rows are after the import.
	 */
	Path part(JobPart part) {
		return this.folder.resolve(part.value());
	}

	/**
	 * Return what the file of some of its rows is called.
	 */
	String partName(JobPart part) {
		int dot = this.name.lastIndexOf('.');
		return ((dot > 0) ? this.name.substring(0, dot) : this.name) + "." + part.value() + "."
				+ this.check.file().type().extension();
	}

	FileCheck check() {
		return this.check;
	}

	void check(FileCheck changed) {
		this.check = changed;
		touch();
	}

	/**
	 * Return what is done with customers that are there, {@code null} before the import
	 * is started.
	 */
	ImportMode mode() {
		return this.mode;
	}

	ImportRun run() {
		return this.run;
	}

	void begin(ImportMode chosen, ImportRun begun) {
		this.mode = chosen;
		this.run = begun;
		touch();
	}

	boolean isRunning() {
		ImportRun present = this.run;
		return present != null && !present.isEnded();
	}

	/**
	 * Return how far it is, which is a part of the key of its words.
	 */
	String state() {
		ImportRun present = this.run;
		if (present == null) {
			return (this.check.fault() != null) ? "faulty" : "ready";
		}
		if (!present.isEnded()) {
			return (present.stopped() != null) ? "stopping" : "running";
		}
		return (present.stopped() != null) ? "stopped" : "done";
	}

}
