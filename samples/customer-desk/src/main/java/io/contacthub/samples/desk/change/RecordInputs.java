package io.contacthub.samples.desk.change;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.contacthub.customer.Preference;
import io.contacthub.event.properties.Classification;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.OpenValue;

import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * Inputs for the components of a record of the library, those of nested records in groups
 * of their own. Of a list of records, such as the lines of an order, there are as many
 * groups as are asked for.
 */
final class RecordInputs {

	private static final Map<Class<?>, InputType> TYPES = Map.of(String.class, InputType.TEXT, BigDecimal.class,
			InputType.NUMBER, Integer.class, InputType.WHOLE_NUMBER, LocalDate.class, InputType.DAY, Instant.class,
			InputType.TIME, Boolean.class, InputType.YES_NO, ZoneId.class, InputType.ZONE, JsonObject.class,
			InputType.PAIRS);

	private static final Set<Type> KEYED = Set.of(Classification.class, Preference.class);

	/**
	 * What anything can be put into, which few do.
	 */
	private static final Set<String> RARE = Set.of("extraProperties", "extended");

	private static final Set<String> LONG = Set.of("text", "description", "campaignDescription");

	private final String prefix;

	private final UnaryOperator<String> labels;

	private final Set<String> hidden;

	private final int rows;

	private final List<InputGroup> groups = new ArrayList<>();

	private final List<Input> rare = new ArrayList<>();

	private RecordInputs(String prefix, UnaryOperator<String> labels, Set<String> hidden, int rows) {
		this.prefix = prefix;
		this.labels = labels;
		this.hidden = hidden;
		this.rows = rows;
	}

	/**
	 * Return the inputs of the properties of an event.
	 * @param rows how many elements a list of records can have
	 */
	static List<InputGroup> ofEvent(Class<?> properties, int rows) {
		UnaryOperator<String> lastName = (path) -> path.substring(path.lastIndexOf('.') + 1);
		return new RecordInputs("properties.", lastName, Set.of(), rows).collect(properties);
	}

	/**
	 * Return the inputs of an element of a list of a customer.
	 * @param list the path of the list
	 * @param hidden the components without an input
	 */
	static List<InputGroup> ofItem(Class<?> item, String list, String... hidden) {
		return new RecordInputs("", (path) -> list + "." + path, Set.of(hidden), 0).collect(item);
	}

	private List<InputGroup> collect(Class<?> record) {
		collect(record, "", "properties", 0);
		if (!this.rare.isEmpty()) {
			this.groups.add(new InputGroup("more", 0, true, List.copyOf(this.rare)));
		}
		return List.copyOf(this.groups);
	}

	private void collect(Class<?> record, String path, String heading, int number) {
		List<Input> own = new ArrayList<>();
		int position = this.groups.size();
		for (RecordComponent component : record.getRecordComponents()) {
			String name = path + component.getName();
			if (this.hidden.contains(name) || component.getName().equals("unknown")) {
				continue;
			}
			InputType type = typeOf(component);
			if (type != null) {
				Input input = new Input(this.prefix + name, this.labels.apply(name), type,
						options(component.getType()));
				(RARE.contains(name) ? this.rare : own).add(input);
			}
			else if (isNested(component.getType())) {
				collect(component.getType(), name + ".", component.getName(), 0);
			}
			else if (isRepeated(component) && path.isEmpty()) {
				Class<?> element = ResolvableType.forType(component.getGenericType()).resolveGeneric();
				IntStream.range(0, this.rows)
					.forEach((row) -> collect(element, name + "." + row + ".", component.getName(), row + 1));
			}
		}
		if (!own.isEmpty()) {
			this.groups.add(position, new InputGroup(heading, number, path.contains("."), List.copyOf(own)));
		}
	}

	private static List<? extends OpenValue> options(Class<?> type) {
		return OpenValue.class.isAssignableFrom(type) ? constants(type.asSubclass(OpenValue.class)) : List.of();
	}

	private static boolean isNested(Class<?> type) {
		return ApiObject.class.isAssignableFrom(type) && type.isRecord();
	}

	/**
	 * Return whether a component is a list of records with groups of inputs.
	 */
	static boolean isRepeated(RecordComponent component) {
		return component.getType() == List.class && typeOf(component) == null;
	}

	private static InputType typeOf(RecordComponent component) {
		if (component.getGenericType() instanceof ParameterizedType list) {
			Type element = list.getActualTypeArguments()[0];
			return (element == String.class) ? InputType.LINES : KEYED.contains(element) ? InputType.KEYS : null;
		}
		if (OpenValue.class.isAssignableFrom(component.getType())) {
			return InputType.CHOICE;
		}
		InputType type = TYPES.get(component.getType());
		return (type == InputType.TEXT && LONG.contains(component.getName())) ? InputType.LONG_TEXT : type;
	}

	/**
	 * Return the constants of an open value.
	 */
	static <T extends OpenValue> List<T> constants(Class<T> type) {
		return Arrays.stream(type.getFields())
			.filter((field) -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
			.map((field) -> type.cast(ReflectionUtils.getField(field, null)))
			.toList();
	}

}
