package io.contacthub.samples.desk.move;

import java.time.Instant;

/**
 * What pages show of an import.
 *
 * @param id its id
 * @param name what the file is called
 * @param created when it was uploaded
 * @param state how far it is, which is a part of the key of its words
 * @param running whether it is under way
 */
record ShownJob(String id, String name, Instant created, String state, boolean running) {

	static ShownJob of(ImportJob job) {
		// it may end meanwhile
		String state = job.state();
		return new ShownJob(job.id(), job.name(), job.created(), state,
				state.equals("running") || state.equals("stopping"));
	}

}
