package io.contacthub.processor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.lang.model.element.TypeElement;

import org.jspecify.annotations.Nullable;

/**
 * The source of the fields of one record: for the root constants of the class, for the
 * records within it constants of an instance that knows where it is.
 */
class FieldsSource {

	private static final Map<String, String> TEMPORAL = Map.of("LocalDate", "DateField", "Instant", "InstantField");

	private static final Set<String> NO_FIELDS = Set.of("unknown", "projection");

	private final RecordModel model;

	private final boolean root;

	private final Set<String> imports = new TreeSet<>();

	FieldsSource(RecordModel model, boolean root) {
		this.model = model;
		this.root = root;
		this.imports.add("io.contacthub.query.Field");
		this.imports.add("javax.annotation.processing.Generated");
	}

	String name() {
		return this.model.packageName() + "." + this.model.name() + "Fields";
	}

	List<TypeElement> children() {
		return components().stream().map(RecordModel.Component::objectType).filter((type) -> type != null).toList();
	}

	private List<RecordModel.Component> components() {
		return this.model.components().stream().filter((component) -> !NO_FIELDS.contains(component.name())).toList();
	}

	String text() {
		String constants = components().stream().map(this::constant).collect(Collectors.joining("\n"));
		String body = this.root ? rootBody(constants) : body(constants);
		this.model.imports(components()).forEach(this.imports::add);
		return """
				package %s;

				%s
				%s""".formatted(this.model.packageName(),
				this.imports.stream().map("import %s;\n"::formatted).collect(Collectors.joining()), body);
	}

	private String rootBody(String constants) {
		return """
				/**
				 * The fields of a {@link %1$s}, for patches, queries, projections and sorting.
				 */
				@Generated("%3$s")
				public final class %1$sFields {

				%2$s
					private %1$sFields() {
					}

				}
				""".formatted(this.model.name(), constants, BuilderProcessor.class.getName());
	}

	private String body(String constants) {
		return """
				/**
				 * The fields of {@link %1$s} in its place.
				 *
				 * @param <T> the type of the value in this place: one {@link %1$s}, or a list of them
				 */
				@Generated("%3$s")
				public final class %1$sFields<T> extends Field<T> {

				%2$s
					%1$sFields(Field<?> parent, String name, boolean list) {
						super(parent, name, list);
					}

				}
				""".formatted(this.model.name(), constants, BuilderProcessor.class.getName());
	}

	private String constant(RecordModel.Component component) {
		@Nullable String type = component.value();
		String temporal = TEMPORAL.get(type);
		String field;
		if (component.objectType() != null) {
			field = component.objectType().getSimpleName() + "Fields";
		}
		else if (component.item() != null) {
			field = "ListField";
			type = component.item();
			this.imports.add("io.contacthub.query.ListField");
		}
		else if (temporal != null) {
			field = temporal;
			type = null;
			this.imports.add("io.contacthub.query." + field);
		}
		else {
			field = "Field";
			type = "BigDecimal".equals(type) ? "Number" : type;
		}
		String parent = this.root ? "null" : "this";
		String list = (component.objectType() != null) ? ", " + (component.item() != null) : "";
		return """
					/**
					 * The {@code %1$s}: %2$s.
					 */
					public %3$sfinal %4$s %6$s = new %5$s(%7$s, "%1$s"%8$s);
				""".formatted(component.name(), this.model.documentation(component), this.root ? "static " : "",
				(type != null) ? field + "<" + type + ">" : field, (type != null) ? field + "<>" : field,
				constantName(component.name()), parent, list);
	}

	private static String constantName(String name) {
		return name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
	}

}
