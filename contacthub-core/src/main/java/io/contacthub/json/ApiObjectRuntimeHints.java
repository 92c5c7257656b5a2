package io.contacthub.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Hints that keep what {@link RecordShape} and Jackson reach by reflection: each
 * {@link ApiObject} and {@link OpenValue}, and what else says how it is written, with the
 * serializers. They are found by a look at the class path, which costs time only while an
 * application is built, so that a new record needs no line here.
 */
class ApiObjectRuntimeHints implements RuntimeHintsRegistrar {

	private static final String CLASSES = "classpath*:io/contacthub/**/*.class";

	private static final List<TypeFilter> FILTERS = List.of(new AssignableTypeFilter(ApiObject.class),
			new AssignableTypeFilter(OpenValue.class), new AnnotationTypeFilter(JsonSerialize.class),
			(reader, readers) -> reader.getAnnotationMetadata().hasAnnotatedMethods(JsonValue.class.getName()));

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(),
				types(classLoader).toArray(Type[]::new));
	}

	private static List<Class<?>> types(@Nullable ClassLoader classLoader) {
		PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver(classLoader);
		MetadataReaderFactory readers = MetadataReaderFactory.create(resources);
		List<Class<?>> types = new ArrayList<>();
		try {
			for (Resource resource : resources.getResources(CLASSES)) {
				MetadataReader reader = readers.getMetadataReader(resource);
				for (TypeFilter filter : FILTERS) {
					if (filter.match(reader, readers)) {
						types.add(ClassUtils.resolveClassName(reader.getClassMetadata().getClassName(), classLoader));
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return types;
	}

}
