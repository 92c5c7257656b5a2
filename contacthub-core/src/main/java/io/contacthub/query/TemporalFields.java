package io.contacthub.query;

import java.util.Set;

import io.contacthub.json.TemporalType;
import org.jspecify.annotations.Nullable;

/**
 * The paths of the fields of a customer that hold dates, for fields that are named by
 * their path and not by their constant: they follow the same rule.
 */
final class TemporalFields {

	static final Set<String> DATES = Set.of("base.dob", "base.jobs.startDate", "base.jobs.endDate");

	static final Set<String> DATE_TIMES = Set.of("registeredAt", "updatedAt", "base.likes.createdTime",
			"base.subscriptions.startDate", "base.subscriptions.endDate", "base.subscriptions.registeredAt",
			"base.subscriptions.updatedAt", "consents.disclaimer.date");

	private TemporalFields() {
	}

	static @Nullable TemporalType typeOf(String path) {
		if (DATES.contains(path)) {
			return TemporalType.DATE;
		}
		return DATE_TIMES.contains(path) ? TemporalType.DATE_TIME : null;
	}

}
