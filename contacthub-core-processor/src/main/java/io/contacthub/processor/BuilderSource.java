package io.contacthub.processor;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The source of one builder.
 */
class BuilderSource {

	private final RecordModel model;

	private final Set<String> imports = new TreeSet<>();

	BuilderSource(RecordModel model) {
		this.model = model;
	}

	String name() {
		return this.model.packageName() + "." + builder();
	}

	private String builder() {
		return record() + "Builder";
	}

	private String record() {
		return this.model.name();
	}

	String text() {
		StringBuilder body = new StringBuilder();
		this.model.components().forEach((component) -> body.append(field(component)));
		body.append(constructors());
		this.model.components().forEach((component) -> body.append(setters(component)));
		body.append(build());
		StringBuilder withers = new StringBuilder(with());
		this.model.components().forEach((component) -> withers.append(withers(component)));
		this.imports.add("javax.annotation.processing.Generated");
		this.imports.add("java.util.function.Consumer");
		this.imports.add("org.jspecify.annotations.Nullable");
		this.imports.addAll(this.model.imports(this.model.components()));
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
				""".formatted(this.model.packageName(), imported, record(), body,
				withers.toString().replaceAll("(?m)^(?=.)", "\t\t"), BuilderProcessor.class.getName());
	}

	private String field(RecordModel.Component component) {
		return "\tprivate @Nullable %s %s;\n\n".formatted(component.value(), component.name());
	}

	private String constructors() {
		String copies = this.model.components()
			.stream()
			.map((component) -> "\t\tthis.%1$s = from.%1$s();\n".formatted(component.name()))
			.collect(Collectors.joining());
		return """
					%1$s() {
					}

					%1$s(%2$s from) {
				%3$s	}

				""".formatted(builder(), record(), copies);
	}

	/**
	 * Return the setters of one component. That of the value is the last of them, which
	 * is the one that MapStruct takes.
	 */
	private String setters(RecordModel.Component component) {
		String text = this.model.documentation(component) + component.accepted();
		component.conversion().ifPresent((conversion) -> this.imports.addAll(conversion.imports()));
		StringBuilder setters = new StringBuilder();
		if (component.object()) {
			setters.append("""
						/**
						 * Build the {@code %1$s} in place, starting from the present one.
						 * @param %1$s changes a builder of %4$s
						 * @return this builder
						 */
						public %3$s %1$s(Consumer<%2$sBuilder> %1$s) {
							if (this.%1$s != null) {
								this.%1$s = this.%1$s.with(%1$s);
								return this;
							}
							%2$sBuilder builder = %2$s.builder();
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
		setters.append("""
					/**
					 * Set the {@code %1$s}.
					 * @param %1$s %4$s
					 * @return this builder
					 */
					public %3$s %1$s(%2$s %1$s) {
						this.%1$s = %5$s;
						return this;
					}

				""".formatted(component.name(), component.parameter(), builder(), text, component.converted()));
		return setters.toString();
	}

	private String build() {
		String arguments = this.model.components()
			.stream()
			.map((component) -> "this." + component.name())
			.collect(Collectors.joining(", "));
		String checks = this.model.components()
			.stream()
			.filter(RecordModel.Component::required)
			.map((component) -> "\t\tAssert.notNull(this.%1$s, \"%1$s of %2$s is missing: it is required\");\n"
				.formatted(component.name(), record()))
			.collect(Collectors.joining());
		if (!checks.isEmpty()) {
			this.imports.add("org.springframework.util.Assert");
		}
		return """
					/**
					 * Build the value.
					 * @return a new immutable {@link %1$s}
				%4$s	 */
					public %1$s build() {
				%3$s		return new %1$s(%2$s);
					}

				""".formatted(record(), arguments, checks,
				checks.isEmpty() ? "" : "\t * @throws IllegalArgumentException when a required member is missing\n");
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

	private String withers(RecordModel.Component component) {
		String text = this.model.documentation(component) + component.accepted();
		String name = Character.toUpperCase(component.name().charAt(0)) + component.name().substring(1);
		String method = "with" + name;
		StringBuilder withers = new StringBuilder("""
				/**
				 * Change the {@code %1$s}.
				 * @param %1$s %4$s
				 * @return a changed copy
				 */
				default %3$s %5$s(%2$s %1$s) {
					return with((builder) -> builder.%1$s(%1$s));
				}

				""".formatted(component.name(), component.parameter(), record(), text, method));
		if (component.emptied()) {
			withers.append("""
					/**
					 * Leave the {@code %1$s} out.
					 * @return a changed copy, in which it is absent
					 */
					default %2$s without%3$s() {
						return with((builder) -> builder.%1$s = null);
					}

					""".formatted(component.name(), record(), name));
		}
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
		if (component.item() != null) {
			this.imports.add("java.util.ArrayList");
			withers.append("""
					/**
					 * Change the {@code %1$s}, starting from the present ones.
					 * @param %1$s adds and removes, in a list of %4$s
					 * @return a changed copy
					 */
					default %3$s %5$s(Consumer<%2$s> %1$s) {
						%2$s list = new ArrayList<>(((%3$s) this).%1$s());
						%1$s.accept(list);
						return %5$s(list);
					}

					""".formatted(component.name(), component.type(), record(), text, method));
		}
		return withers.toString();
	}

}
