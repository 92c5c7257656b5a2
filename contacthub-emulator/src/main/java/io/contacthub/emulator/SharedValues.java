package io.contacthub.emulator;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Pool of values of which many are equal, so that one object does for them. It forgets a
 * value when another one needs its place, hence does not grow.
 *
 * @param <T> the type of the values, which do not change
 */
final class SharedValues<T> {

	private final AtomicReferenceArray<T> values;

	/**
	 * Create a pool.
	 * @param places number of places, a power of two
	 */
	SharedValues(int places) {
		this.values = new AtomicReferenceArray<>(places);
	}

	/**
	 * Return an equal value that is known already, or this one.
	 */
	T share(T value) {
		int hash = value.hashCode();
		int place = (hash ^ (hash >>> 16)) & (this.values.length() - 1);
		T known = this.values.getPlain(place);
		if (value.equals(known)) {
			return known;
		}
		this.values.setRelease(place, value);
		return value;
	}

}
