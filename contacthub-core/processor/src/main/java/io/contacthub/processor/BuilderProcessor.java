package io.contacthub.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
 * Writes a builder, with withers as a nested interface, for each top-level record that is
 * an {@code ApiObject}.
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
			.forEach(this::write);
		return false;
	}

	private boolean isApiObject(TypeElement type) {
		TypeElement apiObject = this.processingEnv.getElementUtils().getTypeElement(API_OBJECT);
		return apiObject != null && this.processingEnv.getTypeUtils().isAssignable(type.asType(), apiObject.asType());
	}

	private void write(TypeElement type) {
		BuilderSource source = new BuilderSource(type, this.processingEnv, this::isApiObject);
		source.undocumented()
			.forEach((component) -> this.processingEnv.getMessager()
				.printMessage(Diagnostic.Kind.ERROR, "Component '" + component + "' has no @param tag", type));
		try (Writer writer = this.processingEnv.getFiler().createSourceFile(source.name(), type).openWriter()) {
			writer.write(source.text());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
