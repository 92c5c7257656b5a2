package io.contacthub.samples.migration;

import java.util.Map;
import java.util.function.Function;

import io.contacthub.query.Criterion;
import io.contacthub.query.Query;
import picocli.CommandLine.Option;

import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;

/**
 * Options that say which customers are meant.
 */
class QueryOptions {

	private static final String TIME = "time: write 2026-01-31 or 2026-01-31T08:00:00Z";

	@Option(names = "--tag", paramLabel = "<tag>", description = "Only customers with this manual tag.")
	private String tag;

	@Option(names = "--registered-from", paramLabel = "<time>",
			description = "Only customers that were registered at this time or later: 2026-01-31, or 2026-01-31T08:00:00Z.")
	private String from;

	@Option(names = "--registered-to", paramLabel = "<time>",
			description = "Only customers that were registered before this time.")
	private String to;

	Query query() {
		Query query = Query.all();
		if (this.tag != null) {
			query = query.and(criterion("--tag", this.tag, TAGS.MANUAL::contains, "tag"));
		}
		if (this.from != null) {
			query = query.and(criterion("--registered-from", this.from, REGISTERED_AT::gte, TIME));
		}
		return (this.to != null) ? query.and(criterion("--registered-to", this.to, REGISTERED_AT::lt, TIME)) : query;
	}

	private static Criterion criterion(String option, String value, Function<String, Criterion> criterion,
			String meaning) {
		try {
			return criterion.apply(value);
		}
		catch (IllegalArgumentException ex) {
			throw new MigrationException(ExitCode.USAGE, option + '=' + value + " is no " + meaning + '.', ex);
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
