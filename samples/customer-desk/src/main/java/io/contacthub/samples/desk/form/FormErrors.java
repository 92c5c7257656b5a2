package io.contacthub.samples.desk.form;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.util.DetailedError;

/**
 * Errors of a form in the order in which the form has its fields; the validator knows
 * none.
 */
final class FormErrors {

	private FormErrors() {
	}

	/**
	 * Sort errors.
	 * @param errors the errors
	 * @param form what the form is bound to, {@code null} where a record could not be
	 * made
	 * @return those of the form as a whole first
	 */
	static List<DetailedError> inOrder(List<DetailedError> errors, @Nullable Object form) {
		List<String> names = names(form);
		return errors.stream().sorted(Comparator.comparingInt((error) -> position(error, names))).toList();
	}

	private static int position(DetailedError error, List<String> names) {
		if (error.isGlobal()) {
			return -1;
		}
		int exact = names.indexOf(error.getFieldName());
		int position = (exact >= 0) ? exact : names.indexOf(error.getFieldName().split("[.\\[]", 2)[0]);
		return (position >= 0) ? position : Integer.MAX_VALUE;
	}

	private static List<String> names(@Nullable Object form) {
		if (form == null) {
			return List.of();
		}
		if (form instanceof Map<?, ?> fields) {
			return fields.keySet().stream().map(String::valueOf).toList();
		}
		return Arrays.stream(form.getClass().getDeclaredFields()).map(Field::getName).toList();
	}

}
