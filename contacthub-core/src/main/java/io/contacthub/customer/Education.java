package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * An education of a customer.
 *
 * @param id the id, chosen by the application and required
 * @param schoolType the kind of school
 * @param schoolName the name of the school
 * @param schoolConcentration the main subject
 * @param startYear the year of its beginning
 * @param endYear the year of its end
 * @param isCurrent whether it goes on
 * @param unknown the members that this library does not know
 */
public record Education(@Nullable String id, @Nullable SchoolType schoolType, @Nullable String schoolName,
		@Nullable String schoolConcentration, @Nullable Integer startYear, @Nullable Integer endYear,
		@Nullable Boolean isCurrent, JsonObject unknown) implements ApiObject, EducationBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Education {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EducationBuilder builder() {
		return new EducationBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
