package io.contacthub.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * The kind of school of an {@link Education}. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record SchoolType(String value) implements OpenValue {

	/**
	 * A primary school.
	 */
	public static final SchoolType PRIMARY_SCHOOL = new SchoolType("PRIMARY_SCHOOL");

	/**
	 * A secondary school.
	 */
	public static final SchoolType SECONDARY_SCHOOL = new SchoolType("SECONDARY_SCHOOL");

	/**
	 * A high school.
	 */
	public static final SchoolType HIGH_SCHOOL = new SchoolType("HIGH_SCHOOL");

	/**
	 * A college.
	 */
	public static final SchoolType COLLEGE = new SchoolType("COLLEGE");

	/**
	 * Any other school.
	 */
	public static final SchoolType OTHER = new SchoolType("OTHER");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SchoolType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static SchoolType of(String value) {
		return new SchoolType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
