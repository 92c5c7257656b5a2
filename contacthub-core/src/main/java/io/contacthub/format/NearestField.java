package io.contacthub.format;

import java.util.List;
import java.util.Locale;

import io.contacthub.json.ApiObject;
import io.contacthub.json.MemberPath;
import org.jspecify.annotations.Nullable;

/**
 * The field that a wrong name may mean.
 */
final class NearestField {

	private static final int FAR = 3;

	private NearestField() {
	}

	/**
	 * Return what is wrong with a name that is no field, and what it may mean.
	 */
	static IllegalArgumentException fault(Class<? extends ApiObject> type, String name) {
		int bracket = name.indexOf('[');
		if (bracket > 0) {
			String list = name.substring(0, bracket);
			MemberPath.Kind kind = MemberPath.of(type, List.of(list.split("\\.", -1))).kind();
			if (kind == MemberPath.Kind.OBJECT || kind == MemberPath.Kind.LIST) {
				return new IllegalArgumentException("is an element of a list: put " + list + " into one cell");
			}
		}
		String nearest = nearest(type, name);
		return new ColumnFaultException(
				"is no field: " + ((nearest != null) ? "did you mean " + nearest + "? Give" : "give")
						+ " the column a field, or leave it out",
				UnreadableFileException.Kind.UNKNOWN_FIELD, null, nearest);
	}

	private static @Nullable String nearest(Class<? extends ApiObject> type, String name) {
		String wanted = normalized(name);
		String nearest = null;
		int distance = FAR;
		for (List<String> names : MemberPath.leaves(type)) {
			String own = normalized(names.get(names.size() - 1));
			int present = wanted.equals(own) ? 0 : distance(wanted, own) + ((wanted.length() < FAR + 1) ? FAR : 0);
			if (present < distance) {
				distance = present;
				nearest = String.join(".", names);
			}
		}
		return nearest;
	}

	/**
	 * Return the last name of a path in small letters and digits alone.
	 */
	private static String normalized(String path) {
		return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).replaceAll("[_\\- ]", "");
	}

	/**
	 * Return how many characters are to be changed, added or taken away.
	 */
	private static int distance(String first, String second) {
		if (Math.abs(first.length() - second.length()) >= FAR) {
			return FAR;
		}
		int[] row = new int[second.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= first.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int change = diagonal + ((first.charAt(i - 1) == second.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[second.length()];
	}

}
