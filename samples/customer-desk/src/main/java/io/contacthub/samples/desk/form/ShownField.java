package io.contacthub.samples.desk.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.util.DetailedError;

import org.springframework.beans.PropertyAccessorFactory;

/**
 * What a page shows of a field. Its name is only a text here: some names come from
 * requests, and a template that made an expression of them would run what they say.
 *
 * @param value what is in the field
 * @param error what is wrong with it, empty if nothing is
 */
public record ShownField(String value, String error) {

	static ShownField of(@Nullable Object form, List<DetailedError> errors, String name) {
		String error = errors.stream()
			.filter((candidate) -> !candidate.isGlobal() && candidate.getFieldName().equals(name))
			.map(DetailedError::getMessage)
			.collect(Collectors.joining(" "));
		return new ShownField(Objects.toString(value(form, name), ""), error);
	}

	private static @Nullable Object value(@Nullable Object form, String name) {
		if (form == null) {
			return null;
		}
		return (form instanceof Map<?, ?> fields) ? fields.get(name)
				: PropertyAccessorFactory.forBeanPropertyAccess(form).getPropertyValue(name);
	}

	/**
	 * Return whether something is wrong with the field.
	 * @return whether there is an error
	 */
	public boolean isWrong() {
		return !this.error.isEmpty();
	}

}
