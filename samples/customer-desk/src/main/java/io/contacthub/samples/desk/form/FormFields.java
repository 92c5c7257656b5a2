package io.contacthub.samples.desk.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;

/**
 * The fields of a form, found by the paths of the members that they are sent as: the path
 * {@code /base/contacts/email} belongs to a field {@code email}, {@code contacts.email}
 * or {@code contactsEmail}, the longest name first.
 */
final class FormFields {

	private static final Pattern SEPARATORS = Pattern.compile("[/.\\[\\]]+");

	private final BindingResult form;

	FormFields(BindingResult form) {
		this.form = form;
	}

	/**
	 * Return the field of a member.
	 * @param path the path, with slashes or dots
	 * @return the name of the field, or empty when the form has none
	 */
	Optional<String> of(String path) {
		List<String> parts = Arrays.stream(SEPARATORS.split(path))
			.filter((part) -> !part.isEmpty() && !part.chars().allMatch(Character::isDigit))
			.toList();
		List<String> names = new ArrayList<>();
		for (int first = 0; first < parts.size(); first++) {
			List<String> suffix = parts.subList(first, parts.size());
			names.add(String.join(".", suffix));
			names.add(camelCase(suffix));
		}
		return names.stream().filter(this::exists).findFirst();
	}

	/**
	 * Return whether the form has a field for a member, or fields for what is in it.
	 */
	boolean holds(String path) {
		return of(path).isPresent() || (this.form.getTarget() instanceof Map<?, ?> fields
				&& fields.keySet().stream().anyMatch((name) -> name.toString().startsWith(path + ".")));
	}

	private boolean exists(String name) {
		Object target = this.form.getTarget();
		if (target instanceof Map<?, ?> fields) {
			return fields.containsKey(name);
		}
		if (target == null) {
			return false;
		}
		BeanWrapper fields = PropertyAccessorFactory.forBeanPropertyAccess(target);
		return fields.isReadableProperty(name);
	}

	private static String camelCase(List<String> parts) {
		StringBuilder name = new StringBuilder(parts.get(0));
		parts.stream().skip(1).map(StringUtils::capitalize).forEach(name::append);
		return name.toString();
	}

}
