package io.contacthub.samples.desk.move;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.customer.Customer;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.RefusalWriter;
import io.contacthub.format.Row;
import io.contacthub.format.UnreadableFileException;
import io.contacthub.samples.desk.failure.Trouble;
import io.contacthub.samples.desk.failure.TroubleLog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Import of a file, from its first row to its last or until it is stopped. All rows that
 * were not imported are in a file of their own then, which can be imported once it is
 * corrected, and those that may have been stored are in another one. One thread runs it,
 * any may look at it and stop it.
 */
final class ImportRun implements Runnable {

	private static final Log logger = LogFactory.getLog(ImportRun.class);

	private static final int HOPELESS = 100;

	private final CustomerFile file;

	private final BulkWriter<Row<Customer>> customers;

	private final File refused;

	private final File unknown;

	private final long rows;

	private final ProblemWords words;

	private final FirstProblems problems = new FirstProblems();

	private final FirstProblems doubts = new FirstProblems();

	private long refusals;

	private volatile BulkRun<Row<Customer>> bulk;

	private volatile long notDone;

	private volatile StopReason stopped;

	private volatile Trouble trouble;

	private volatile boolean ended;

	/**
	 * Create an import.
	 * @param job the file, and where the rows go that are not imported
	 * @param customers what writes its rows
	 * @param words the words for why they are not
	 */
	ImportRun(ImportJob job, BulkWriter<Row<Customer>> customers, ProblemWords words) {
		this.file = job.check().file();
		this.rows = job.check().rows();
		this.customers = customers;
		this.refused = job.part(JobPart.REFUSED).toFile();
		this.unknown = job.part(JobPart.UNKNOWN).toFile();
		this.words = words;
	}

	@Override
	public void run() {
		boolean complete = false;
		// a stream of a channel would be closed by an interrupt
		try (DocumentReader<Customer> reader = this.file.reader();
				RefusalWriter writer = reader.refusals(new FileOutputStream(this.refused));
				RefusalWriter doubted = reader.refusals(new FileOutputStream(this.unknown))) {
			send(reader, writer, doubted);
			while (this.stopped != null && this.stopped.isResumed() && reader.hasNext()) {
				this.notDone++;
				writer.write(reader.next(), this.words.notDone());
			}
			complete = true;
		}
		catch (IOException | UncheckedIOException | UnreadableFileException ex) {
			logger.warn("The files of an import failed", ex);
			stop(StopReason.FILES);
		}
		catch (RuntimeException ex) {
			this.trouble = TroubleLog.note(ex);
			stop(StopReason.FAILURE);
		}
		finally {
			if (!complete) {
				stop(StopReason.FAILURE);
			}
			this.ended = true;
		}
	}

	/**
	 * End without a beginning.
	 */
	void abandon(StopReason reason) {
		stop(reason);
		this.ended = true;
	}

	private void send(Iterator<Row<Customer>> reader, RefusalWriter writer, RefusalWriter doubted) throws IOException {
		try (BulkRun<Row<Customer>> run = this.customers.write(reader)) {
			this.bulk = run;
			if (this.stopped != null) {
				run.stop();
			}
			Iterator<BulkOutcome<Row<Customer>>> outcomes = run.iterator();
			while (hasNext(outcomes)) {
				BulkOutcome<Row<Customer>> outcome = outcomes.next();
				if (outcome.kind() == Kind.FAILED) {
					doubt(outcome, doubted);
				}
				else {
					take(outcome, writer);
				}
			}
		}
		catch (BulkStoppedException ex) {
			this.trouble = TroubleLog.note((ex.getCause() instanceof RuntimeException cause) ? cause : ex);
			stop(StopReason.CONTACTHUB);
		}
	}

	private boolean hasNext(Iterator<?> outcomes) {
		try {
			return outcomes.hasNext();
		}
		catch (CancellationException ex) {
			// the executor is shut down: what is on its way is still waited for
			Thread.interrupted();
			stop(StopReason.SHUTDOWN);
			return outcomes.hasNext();
		}
	}

	private void take(BulkOutcome<Row<Customer>> outcome, RefusalWriter writer) throws IOException {
		if (outcome.kind() == Kind.NOT_DONE) {
			this.notDone++;
			writer.write(outcome.item(), this.words.notDone());
		}
		else if (outcome.isProblem()) {
			RowProblem problem = RowProblem.of(outcome);
			this.problems.add(problem);
			writer.write(outcome.item(), this.words.line(problem, this.file));
			this.refusals++;
			if (this.refusals == HOPELESS && outcome.position() == HOPELESS - 1) {
				stop(StopReason.HOPELESS);
			}
		}
	}

	private void doubt(BulkOutcome<Row<Customer>> outcome, RefusalWriter writer) throws IOException {
		RowProblem problem = RowProblem.of(outcome);
		this.doubts.add(problem);
		writer.write(outcome.item(), this.words.line(problem, this.file));
	}

	/**
	 * Take no more rows. What is being written is finished.
	 * @param reason why; the first one counts
	 */
	synchronized void stop(StopReason reason) {
		if (this.ended) {
			return;
		}
		if (this.stopped == null) {
			this.stopped = reason;
		}
		BulkRun<?> run = this.bulk;
		if (run != null) {
			run.stop();
		}
	}

	boolean isEnded() {
		return this.ended;
	}

	/**
	 * Return why it does not go on to the end, {@code null} when it does.
	 */
	StopReason stopped() {
		return this.stopped;
	}

	/**
	 * Return whether there are rows of a part, and all of them are in its file.
	 */
	boolean has(JobPart part) {
		return this.ended && part.count(progress()) > 0 && (this.stopped == null || this.stopped.isResumed());
	}

	/**
	 * Return what ContactHub, or the way to it, has to do with it, {@code null} when
	 * nothing.
	 */
	Trouble trouble() {
		return this.trouble;
	}

	ImportProgress progress() {
		BulkRun<?> run = this.bulk;
		return (run != null) ? ImportProgress.of(run.progress(), this.rows, this.notDone)
				: ImportProgress.none(this.rows);
	}

	/**
	 * Return the first of the rows of a part.
	 */
	List<RowProblem> problems(JobPart part) {
		return ((part == JobPart.UNKNOWN) ? this.doubts : this.problems).list();
	}

}
