package io.contacthub.customer;

import java.time.LocalDate;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A job of a customer.
 *
 * @param id the id, chosen by the application and required
 * @param companyIndustry the industry of the company
 * @param companyName the name of the company
 * @param jobTitle the title of the job
 * @param startDate the first day
 * @param endDate the last day
 * @param isCurrent whether it goes on
 * @param unknown the members that this library does not know
 */
public record Job(@Nullable String id, @Nullable String companyIndustry, @Nullable String companyName,
		@Nullable String jobTitle, @Nullable LocalDate startDate, @Nullable LocalDate endDate,
		@Nullable Boolean isCurrent, JsonObject unknown) implements ApiObject, JobBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Job {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static JobBuilder builder() {
		return new JobBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
