package io.contacthub.emulator;

import java.util.Arrays;
import java.util.Collection;

/**
 * The names of the members of an object in their order. Objects of the same kind share
 * them.
 */
final class MemberNames {

	private static final SharedValues<MemberNames> SHARED = new SharedValues<>(1024);

	private final String[] names;

	private final int hash;

	private MemberNames(Collection<String> names) {
		this.names = names.toArray(String[]::new);
		this.hash = Arrays.hashCode(this.names);
	}

	static MemberNames of(Collection<String> names) {
		return SHARED.share(new MemberNames(names));
	}

	String get(int index) {
		return this.names[index];
	}

	/**
	 * Return where a member is, a negative number if there is none.
	 */
	int indexOf(Object name) {
		for (int index = 0; index < this.names.length; index++) {
			if (this.names[index].equals(name)) {
				return index;
			}
		}
		return -1;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof MemberNames object && Arrays.equals(this.names, object.names);
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

}
