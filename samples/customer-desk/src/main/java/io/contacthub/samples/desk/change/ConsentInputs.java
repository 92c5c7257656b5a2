package io.contacthub.samples.desk.change;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.contacthub.customer.ConsentFields;
import io.contacthub.samples.desk.layout.ConsentKind;

import org.springframework.util.StringUtils;

/**
 * The switches of what a customer agrees to.
 */
final class ConsentInputs {

	static final List<InputGroup> ALL = Arrays.stream(ConsentKind.Group.values()).map(ConsentInputs::group).toList();

	private ConsentInputs() {
	}

	private static InputGroup group(ConsentKind.Group group) {
		return new InputGroup(label(group), 0,
				group.kinds().stream().map(ConsentKind::fields).flatMap(ConsentInputs::fields).toList());
	}

	private static Stream<Input> fields(ConsentFields<?> consent) {
		return Stream.of(consent.STATUS, consent.LIMITATION, consent.OBJECTION)
			.map((field) -> Input.of(field, InputType.SWITCH));
	}

	/**
	 * Return the key of the heading, such as {@code softSpam}.
	 */
	private static String label(ConsentKind.Group group) {
		StringBuilder label = new StringBuilder();
		for (String word : group.name().toLowerCase(Locale.ROOT).split("_")) {
			label.append(label.isEmpty() ? word : StringUtils.capitalize(word));
		}
		return label.toString();
	}

}
