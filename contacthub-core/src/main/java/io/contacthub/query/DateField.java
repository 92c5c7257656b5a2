package io.contacthub.query;

import io.contacthub.json.TemporalType;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value is a date. A date-time is compared as the date that it has where it
 * was taken; an {@code Instant} has none, and is refused.
 */
public final class DateField extends TemporalField {

	private static final long serialVersionUID = 1L;

	/**
	 * Create a field with a date as its value.
	 * @param parent the field of the object around it, or {@code null} for a field of the
	 * customer itself
	 * @param name its name
	 */
	public DateField(@Nullable Field<?> parent, String name) {
		super(parent, name, TemporalType.DATE);
	}

	@Override
	protected Object writeReplace() {
		return this;
	}

}
