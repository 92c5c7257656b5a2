package io.contacthub.query;

import io.contacthub.json.TemporalType;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value is a point in time. A date is compared as its beginning in UTC, and
 * a text without a zone is taken as UTC; a {@code LocalDateTime} is refused.
 */
public final class InstantField extends TemporalField {

	private static final long serialVersionUID = 1L;

	/**
	 * Create a field with a point in time as its value.
	 * @param parent the field of the object around it, or {@code null} for a field of the
	 * customer itself
	 * @param name its name
	 */
	public InstantField(@Nullable Field<?> parent, String name) {
		super(parent, name, TemporalType.DATE_TIME);
	}

	@Override
	protected Object writeReplace() {
		return this;
	}

}
