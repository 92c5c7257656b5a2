package io.contacthub.samples.desk.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.util.MultiValueMap;

/**
 * The inputs of the properties that a workspace defines. Each has the type of the value
 * that is there, which the form remembers.
 */
final class ExtendedInputs {

	private static final String EXTENDED = "extended";

	private static final String TYPE = "type.";

	private static final String NAME = "[\\w-]+";

	/**
	 * What a form sends along, which anybody can forge: a name of anything else never
	 * comes to a template.
	 */
	private static final Pattern SENT = Pattern.compile(Pattern.quote(TYPE + EXTENDED) + "(\\." + NAME + "){1,20}");

	/**
	 * How many there are at most: servers bound the parameters of a form.
	 */
	private static final int MOST = 200;

	private static final Set<InputType> TYPES = Set.of(InputType.TEXT, InputType.LONG_TEXT, InputType.NUMBER,
			InputType.YES_NO, InputType.LINES);

	private ExtendedInputs() {
	}

	/**
	 * Return the inputs for the properties of a customer.
	 */
	static List<InputGroup> of(Map<String, ?> properties) {
		List<Input> inputs = new ArrayList<>();
		collect(EXTENDED, properties, inputs);
		return group(inputs);
	}

	/**
	 * Return the inputs that a form had.
	 */
	static List<InputGroup> sent(MultiValueMap<String, String> parameters) {
		return group(parameters.keySet()
			.stream()
			.filter((name) -> SENT.matcher(name).matches())
			.flatMap((name) -> TYPES.stream()
				.filter((type) -> type.name().equals(parameters.getFirst(name)))
				.map((type) -> input(name.substring(TYPE.length()), type)))
			.toList());
	}

	private static void collect(String path, Map<?, ?> properties, List<Input> inputs) {
		properties.forEach((name, value) -> {
			// a name with a dot is no path
			if (name.toString().matches(NAME)) {
				collect(path + "." + name, value, inputs);
			}
		});
	}

	private static void collect(String path, Object value, List<Input> inputs) {
		if (value instanceof Map<?, ?> properties) {
			collect(path, properties, inputs);
		}
		else if (value instanceof String text) {
			inputs.add(input(path, (text.length() > 200) ? InputType.LONG_TEXT : InputType.TEXT));
		}
		else if (value instanceof Number) {
			inputs.add(input(path, InputType.NUMBER));
		}
		else if (value instanceof Boolean) {
			inputs.add(input(path, InputType.YES_NO));
		}
		else if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
			inputs.add(input(path, InputType.LINES));
		}
	}

	private static Input input(String path, InputType type) {
		return new Input(path, path, type, List.of());
	}

	private static List<InputGroup> group(List<Input> inputs) {
		List<Input> shown = inputs.subList(0, Math.min(inputs.size(), MOST));
		return shown.isEmpty() ? List.of() : List.of(new InputGroup(EXTENDED, 0, List.copyOf(shown)));
	}

}
