package io.contacthub.samples.migration;

import java.util.Map;

import io.contacthub.query.Query;
import picocli.CommandLine.Option;

import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;

/**
 * Options that say which customers are meant.
 */
class QueryOptions {

	@Option(names = "--tag", paramLabel = "<tag>", description = "Only customers with this manual tag.")
	private String tag;

	@Option(names = "--registered-from", paramLabel = "<time>",
			description = "Only customers that were registered at this time or later: 2026-01-31, or 2026-01-31T08:00:00Z.")
	private String from;

	@Option(names = "--registered-to", paramLabel = "<time>",
			description = "Only customers that were registered before this time.")
	private String to;

	Query query() {
		try {
			Query query = Query.all();
			if (this.tag != null) {
				query = query.and(TAGS.MANUAL.contains(this.tag));
			}
			if (this.from != null) {
				query = query.and(REGISTERED_AT.gte(this.from));
			}
			return (this.to != null) ? query.and(REGISTERED_AT.lt(this.to)) : query;
		}
		catch (IllegalArgumentException ex) {
			throw new MigrationException(ExitCode.USAGE, ex.getMessage(), ex);
		}
	}

	/**
	 * Add to what an export is begun with.
	 */
	void describe(Map<String, String> setup) {
		setup.put("--tag", String.valueOf(this.tag));
		setup.put("--registered-from", String.valueOf(this.from));
		setup.put("--registered-to", String.valueOf(this.to));
	}

	boolean isEmpty() {
		return this.tag == null && this.from == null && this.to == null;
	}

}
