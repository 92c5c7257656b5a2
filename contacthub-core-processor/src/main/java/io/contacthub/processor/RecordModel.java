package io.contacthub.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

import org.jspecify.annotations.Nullable;

/**
 * What the generated sources need to know of a record.
 */
class RecordModel {

	private static final Map<String, Conversion> CONVERSIONS = Map.of("BigDecimal",
			new Conversion("Number", "decimal", "", Set.of("io.contacthub.json.Members")), "Instant",
			new Conversion("Temporal", "instant",
					"; an {@code Instant}, a date-time with its zone, or a {@code LocalDate} for its beginning in UTC",
					Set.of("io.contacthub.json.Members", "java.time.temporal.Temporal")),
			"LocalDate",
			new Conversion("Temporal", "date", "; a {@code LocalDate} or a date-time whose own date is meant",
					Set.of("io.contacthub.json.Members", "java.time.temporal.Temporal")));

	/** A tag that is a block of its own begins a line, others are part of the text. */
	private static final Pattern PARAM = Pattern.compile("^\\s*@param\\s+(\\w+)\\s+(.*?)(?=^\\s*@|\\z)",
			Pattern.MULTILINE | Pattern.DOTALL);

	private final String name;

	private final String packageName;

	private final Predicate<TypeElement> apiObject;

	private final Map<String, String> documentation = new HashMap<>();

	private final List<Component> components = new ArrayList<>();

	RecordModel(TypeElement type, ProcessingEnvironment environment, Predicate<TypeElement> apiObject) {
		this.name = type.getSimpleName().toString();
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
		Set<String> imports = new TreeSet<>();
		TypeMirror mirror = element.asType();
		String type = render(mirror, imports);
		String item = null;
		if (mirror instanceof DeclaredType declared && named(declared, "java.util.List")) {
			mirror = declared.getTypeArguments().get(0);
			item = render(mirror, new TreeSet<>());
		}
		TypeElement object = (mirror instanceof DeclaredType declared
				&& declared.asElement().getKind() == ElementKind.RECORD
				&& this.apiObject.test((TypeElement) declared.asElement())) ? (TypeElement) declared.asElement() : null;
		if (object != null && !isInPackage(object)) {
			imports.add(object.getQualifiedName() + "Builder");
		}
		return new Component(element.getSimpleName().toString(), type, object, item, imports,
				element.getAnnotation(Required.class) != null);
	}

	private static boolean named(DeclaredType type, String name) {
		return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(name);
	}

	private String render(TypeMirror mirror, Set<String> imports) {
		if (!(mirror instanceof DeclaredType declared)) {
			return mirror.toString();
		}
		TypeElement element = (TypeElement) declared.asElement();
		String qualified = element.getQualifiedName().toString();
		if (!qualified.startsWith("java.lang.") && !isInPackage(element)) {
			imports.add(qualified);
		}
		String arguments = declared.getTypeArguments().isEmpty() ? ""
				: declared.getTypeArguments()
					.stream()
					.map((argument) -> render(argument, imports))
					.collect(Collectors.joining(", ", "<", ">"));
		return (nullable(mirror) ? "@Nullable " : "") + element.getSimpleName() + arguments;
	}

	private boolean isInPackage(TypeElement type) {
		return type.getQualifiedName().contentEquals(this.packageName + "." + type.getSimpleName());
	}

	private static boolean nullable(TypeMirror mirror) {
		return mirror.getAnnotationMirrors()
			.stream()
			.anyMatch((annotation) -> annotation.getAnnotationType()
				.asElement()
				.getSimpleName()
				.contentEquals("Nullable"));
	}

	String name() {
		return this.name;
	}

	String packageName() {
		return this.packageName;
	}

	List<Component> components() {
		return this.components;
	}

	Set<String> imports(List<Component> used) {
		return used.stream()
			.flatMap((component) -> component.imports().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	String documentation(Component component) {
		return this.documentation.getOrDefault(component.name(), component.name());
	}

	List<String> undocumented() {
		return this.components.stream()
			.map(Component::name)
			.filter((component) -> !this.documentation.containsKey(component))
			.toList();
	}

	/**
	 * A conversion of what is given for a component.
	 *
	 * @param parameter the type that is taken
	 * @param method the method that converts it
	 * @param accepted what is said of it
	 * @param imports the types to import
	 */
	record Conversion(String parameter, String method, String accepted, Set<String> imports) {

	}

	/**
	 * A component of the record.
	 *
	 * @param name its name
	 * @param type its type, as written in the source
	 * @param objectType the record that it is, or that its elements are
	 * @param item the type of its elements, when it is a list
	 * @param imports the types to import for it
	 * @param required whether it must be set
	 */
	record Component(String name, String type, @Nullable TypeElement objectType, @Nullable String item,
			Set<String> imports, boolean required) {

		/**
		 * Return the type without its nullness.
		 */
		String value() {
			return this.type.replace("@Nullable ", "");
		}

		/**
		 * Return how other types than that of the component are taken for it.
		 */
		Optional<Conversion> conversion() {
			return Optional.ofNullable(CONVERSIONS.get(value()));
		}

		/**
		 * Return the type of the parameter by which the component is set.
		 */
		String parameter() {
			return conversion().map((conversion) -> this.type.replace(value(), conversion.parameter()))
				.orElse(this.type);
		}

		/**
		 * Return the expression that makes a value of the component from its parameter.
		 */
		String converted() {
			return conversion()
				.map((conversion) -> "Members.%2$s(\"%1$s\", %1$s)".formatted(this.name, conversion.method()))
				.orElse(this.name);
		}

		/**
		 * Return what is said of the parameter beside what is said of the component.
		 */
		String accepted() {
			return conversion().map(Conversion::accepted).orElse("");
		}

		/**
		 * Return whether the component can be absent without null being declared for it.
		 */
		boolean emptied() {
			return !this.type.startsWith("@Nullable") && !this.required && !this.name.equals("unknown");
		}

		/**
		 * Return whether the component is one object, with a builder of its own.
		 */
		boolean object() {
			return this.objectType != null && this.item == null;
		}

	}

}
