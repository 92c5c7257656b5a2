package io.contacthub.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

import org.jspecify.annotations.Nullable;

/**
 * The source of one builder.
 */
class BuilderSource {

	private static final Pattern PARAM = Pattern.compile("@param\\s+(\\w+)\\s+([^@]*(?:\\{@[^}]*}[^@]*)*)");

	private final TypeElement type;

	private final String packageName;

	private final Predicate<TypeElement> apiObject;

	private final Map<String, String> documentation = new HashMap<>();

	private final Set<String> imports = new TreeSet<>();

	private final List<Component> components = new ArrayList<>();

	BuilderSource(TypeElement type, ProcessingEnvironment environment, Predicate<TypeElement> apiObject) {
		this.type = type;
		this.packageName = environment.getElementUtils().getPackageOf(type).getQualifiedName().toString();
		this.apiObject = apiObject;
		String comment = environment.getElementUtils().getDocComment(type);
		Matcher matcher = PARAM.matcher((comment != null) ? comment : "");
		while (matcher.find()) {
			this.documentation.put(matcher.group(1), matcher.group(2).strip().replaceAll("\\s+", " "));
		}
		for (RecordComponentElement component : type.getRecordComponents()) {
			this.components.add(component(component));
		}
	}

	private Component component(RecordComponentElement element) {
		String name = element.getSimpleName().toString();
		TypeMirror mirror = element.asType();
		boolean object = mirror instanceof DeclaredType declared
				&& this.apiObject.test((TypeElement) declared.asElement());
		String item = null;
		if (mirror instanceof DeclaredType declared
				&& ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.util.List")) {
			item = render(declared.getTypeArguments().get(0));
		}
		return new Component(name, render(mirror), object, item);
	}

	private String render(TypeMirror mirror) {
		if (!(mirror instanceof DeclaredType declared)) {
			return mirror.toString();
		}
		TypeElement element = (TypeElement) declared.asElement();
		String qualified = element.getQualifiedName().toString();
		if (!qualified.startsWith("java.lang.") && !qualified.startsWith(this.packageName + ".")) {
			this.imports.add(qualified);
		}
		StringBuilder text = new StringBuilder();
		if (mirror.getAnnotationMirrors()
			.stream()
			.anyMatch((annotation) -> isNullable(annotation.getAnnotationType()))) {
			this.imports.add("org.jspecify.annotations.Nullable");
			text.append("@Nullable ");
		}
		text.append(element.getSimpleName());
		if (!declared.getTypeArguments().isEmpty()) {
			text.append(
					declared.getTypeArguments().stream().map(this::render).collect(Collectors.joining(", ", "<", ">")));
		}
		return text.toString();
	}

	private static boolean isNullable(DeclaredType annotation) {
		return annotation.asElement().getSimpleName().contentEquals("Nullable");
	}

	String name() {
		return this.packageName + "." + builder();
	}

	private String builder() {
		return record() + "Builder";
	}

	private String record() {
		return this.type.getSimpleName().toString();
	}

	List<String> undocumented() {
		return this.components.stream()
			.map(Component::name)
			.filter((name) -> !this.documentation.containsKey(name))
			.toList();
	}

	String text() {
		StringBuilder body = new StringBuilder();
		this.components.forEach((component) -> body.append(field(component)));
		body.append(constructors());
		this.components.forEach((component) -> body.append(setters(component)));
		body.append(build());
		StringBuilder withers = new StringBuilder(with());
		this.components.forEach((component) -> withers.append(withers(component)));
		this.imports.add("javax.annotation.processing.Generated");
		this.imports.add("java.util.function.Consumer");
		String imported = this.imports.stream().map("import %s;\n"::formatted).collect(Collectors.joining());
		return """
				package %1$s;

				%2$s
				/**
				 * Builder of {@link %3$s}. A member that is not set is absent.
				 */
				@Generated("%6$s")
				public final class %3$sBuilder {

				%4$s
					/**
					 * The ways to a changed copy of a {@link %3$s}.
					 */
					@Generated("%6$s")
					public sealed interface Withers permits %3$s {

				%5$s	}

				}
				""".formatted(this.packageName, imported, record(), body,
				withers.toString().replaceAll("(?m)^(?=.)", "\t\t"), BuilderProcessor.class.getName());
	}

	private String field(Component component) {
		return "\tprivate %s%s %s;\n\n".formatted(component.type().startsWith("@Nullable ") ? "" : nullable(),
				component.type(), component.name());
	}

	private String nullable() {
		this.imports.add("org.jspecify.annotations.Nullable");
		return "@Nullable ";
	}

	private String constructors() {
		String copies = this.components.stream()
			.map((component) -> "\t\tthis.%1$s = from.%1$s();\n".formatted(component.name()))
			.collect(Collectors.joining());
		return """
					%1$s() {
					}

					%1$s(%2$s from) {
				%3$s	}

				""".formatted(builder(), record(), copies);
	}

	private String setters(Component component) {
		String text = this.documentation.getOrDefault(component.name(), component.name());
		StringBuilder setters = new StringBuilder("""
					/**
					 * Set the {@code %1$s}.
					 * @param %1$s %4$s
					 * @return this builder
					 */
					public %3$s %1$s(%2$s %1$s) {
						this.%1$s = %1$s;
						return this;
					}

				""".formatted(component.name(), component.type(), builder(), text));
		if (component.object()) {
			setters.append("""
						/**
						 * Build the {@code %1$s} in place, starting from the present one.
						 * @param %1$s changes a builder of %4$s
						 * @return this builder
						 */
						public %3$s %1$s(Consumer<%2$sBuilder> %1$s) {
							%2$sBuilder builder = (this.%1$s != null) ? new %2$sBuilder(this.%1$s) : new %2$sBuilder();
							%1$s.accept(builder);
							this.%1$s = builder.build();
							return this;
						}

					""".formatted(component.name(), component.type(), builder(), text));
		}
		if (component.item() != null) {
			setters.append("""
						/**
						 * Set the {@code %1$s}.
						 * @param %1$s %4$s
						 * @return this builder
						 */
						public %3$s %1$s(%2$s... %1$s) {
							return %1$s(List.of(%1$s));
						}

					""".formatted(component.name(), component.item(), builder(), text));
		}
		return setters.toString();
	}

	private String build() {
		String arguments = this.components.stream()
			.map((component) -> "this." + component.name())
			.collect(Collectors.joining(", "));
		return """
					/**
					 * Build the value.
					 * @return a new immutable {@link %1$s}
					 */
					public %1$s build() {
						return new %1$s(%2$s);
					}

				""".formatted(record(), arguments);
	}

	private String with() {
		return """
				/**
				 * Change several members at once.
				 * @param changes changes a builder that holds the present members
				 * @return a changed copy
				 */
				default %1$s with(Consumer<%2$s> changes) {
					%2$s builder = new %2$s((%1$s) this);
					changes.accept(builder);
					return builder.build();
				}

				""".formatted(record(), builder());
	}

	private String withers(Component component) {
		String text = this.documentation.getOrDefault(component.name(), component.name());
		String method = "with" + Character.toUpperCase(component.name().charAt(0)) + component.name().substring(1);
		StringBuilder withers = new StringBuilder("""
				/**
				 * Change the {@code %1$s}.
				 * @param %1$s %4$s
				 * @return a changed copy
				 */
				default %3$s %5$s(%2$s %1$s) {
					return with((builder) -> builder.%1$s(%1$s));
				}

				""".formatted(component.name(), component.type(), record(), text, method));
		if (component.object()) {
			this.imports.add("java.util.function.UnaryOperator");
			withers.append("""
					/**
					 * Change the {@code %1$s}, starting from the present one.
					 * @param %1$s gives a changed copy of %4$s
					 * @return a changed copy
					 */
					default %3$s %5$s(UnaryOperator<%2$s> %1$s) {
						return %5$s(%1$s.apply(((%3$s) this).%1$s()));
					}

					""".formatted(component.name(), component.type(), record(), text, method));
		}
		return withers.toString();
	}

	/**
	 * A component of the record.
	 *
	 * @param name its name
	 * @param type its type, as written in the source
	 * @param object whether the type has a builder of its own
	 * @param item the type of its elements, when it is a list
	 */
	private record Component(String name, String type, boolean object, @Nullable String item) {

	}

}
