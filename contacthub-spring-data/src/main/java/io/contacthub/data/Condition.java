package io.contacthub.data;

import io.contacthub.query.Criterion;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Condition of a query, which may be known before ContactHub is asked: nobody is one of
 * no values, and everybody is none of no values.
 *
 * @param criterion what ContactHub is asked for, or {@code null} when it is known
 * @param met whether everybody meets it when it is known, or nobody
 */
record Condition(@Nullable Criterion criterion, boolean met) {

	static final Condition NOBODY = new Condition(null, false);

	static final Condition EVERYBODY = new Condition(null, true);

	static Condition of(Criterion criterion) {
		return new Condition(criterion, false);
	}

	Condition and(Condition other) {
		if (this.criterion == null) {
			return this.met ? other : NOBODY;
		}
		if (other.criterion == null) {
			return other.met ? this : NOBODY;
		}
		return of(this.criterion.and(other.criterion));
	}

	Condition or(Condition other) {
		if (this.criterion == null) {
			return this.met ? EVERYBODY : other;
		}
		if (other.criterion == null) {
			return other.met ? EVERYBODY : this;
		}
		return of(this.criterion.or(other.criterion));
	}

	/**
	 * Return the query, or {@code null} when it is known that nobody meets the condition.
	 */
	@Nullable Query query() {
		if (this.criterion != null) {
			return Query.where(this.criterion);
		}
		return this.met ? Query.all() : null;
	}

}
