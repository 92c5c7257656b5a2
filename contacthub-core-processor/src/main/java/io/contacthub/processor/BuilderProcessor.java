package io.contacthub.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Annotation processor that writes a builder, with withers as a nested interface, for
 * each top-level record that is an {@code ApiObject}, and the fields of the records that
 * are marked for it.
 */
@SupportedAnnotationTypes("*")
public final class BuilderProcessor extends AbstractProcessor {

	static final String API_OBJECT = "io.contacthub.json.ApiObject";

	/**
	 * Create the processor; called by the compiler.
	 */
	public BuilderProcessor() {
	}

	@Override
	public SourceVersion getSupportedSourceVersion() {
		return SourceVersion.latestSupported();
	}

	@Override
	public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
		ElementFilter.typesIn(round.getRootElements())
			.stream()
			.filter((type) -> type.getKind() == ElementKind.RECORD && isApiObject(type))
			.forEach(this::writeBuilder);
		ElementFilter.typesIn(round.getElementsAnnotatedWith(Metamodel.class)).forEach(this::writeFields);
		return false;
	}

	private boolean isApiObject(TypeElement type) {
		TypeElement apiObject = this.processingEnv.getElementUtils().getTypeElement(API_OBJECT);
		return apiObject != null && this.processingEnv.getTypeUtils().isAssignable(type.asType(), apiObject.asType());
	}

	private void writeBuilder(TypeElement type) {
		RecordModel model = new RecordModel(type, this.processingEnv, this::isApiObject);
		model.undocumented()
			.forEach((component) -> this.processingEnv.getMessager()
				.printMessage(Diagnostic.Kind.ERROR, "Component '" + component + "' has no @param tag", type));
		BuilderSource source = new BuilderSource(model);
		write(source.name(), source.text(), type);
	}

	private void writeFields(TypeElement root) {
		Map<TypeElement, FieldsSource> sources = new LinkedHashMap<>();
		collect(root, true, sources);
		sources.forEach((type, source) -> write(source.name(), source.text(), type));
	}

	private void collect(TypeElement type, boolean root, Map<TypeElement, FieldsSource> sources) {
		if (!sources.containsKey(type)) {
			FieldsSource source = new FieldsSource(new RecordModel(type, this.processingEnv, this::isApiObject), root);
			sources.put(type, source);
			source.children().forEach((child) -> collect(child, false, sources));
		}
	}

	private void write(String name, String text, TypeElement origin) {
		try (Writer writer = this.processingEnv.getFiler().createSourceFile(name, origin).openWriter()) {
			writer.write(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
