package io.contacthub.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;
import io.contacthub.json.ApiObject;
import io.contacthub.json.OpenValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Hints that keep what this library and Jackson reach by reflection: each declarative
 * interface with its proxy and the types that it exchanges, each {@link ApiObject} and
 * {@link OpenValue}, and what else says how it is written, with the serializers. They are
 * found by a look at the class path, which costs time only while an application is built,
 * so that a new interface or record needs no line here.
 */
class LibraryRuntimeHints implements RuntimeHintsRegistrar {

	private static final String CLASSES = "classpath*:io/contacthub/**/*.class";

	private static final TypeFilter DECLARATIVE_INTERFACES = (reader,
			readers) -> reader.getClassMetadata().isInterface()
					&& reader.getAnnotationMetadata().hasAnnotatedMethods(HttpExchange.class.getName());

	private static final List<TypeFilter> BOUND_TYPES = List.of(new AssignableTypeFilter(ApiObject.class),
			new AssignableTypeFilter(OpenValue.class), new AnnotationTypeFilter(JsonSerialize.class),
			(reader, readers) -> reader.getAnnotationMetadata().hasAnnotatedMethods(JsonValue.class.getName()));

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(),
				types(classLoader, BOUND_TYPES).toArray(Type[]::new));
		ReflectiveRuntimeHintsRegistrar exchanges = new ReflectiveRuntimeHintsRegistrar();
		for (Class<?> type : declarativeInterfaces(classLoader)) {
			hints.proxies().registerJdkProxy(AopProxyUtils.completeJdkProxyInterfaces(type));
			exchanges.registerRuntimeHints(hints, type);
		}
	}

	/**
	 * Return the interfaces whose methods are operations of the API.
	 */
	static List<Class<?>> declarativeInterfaces(@Nullable ClassLoader classLoader) {
		return types(classLoader, List.of(DECLARATIVE_INTERFACES));
	}

	private static List<Class<?>> types(@Nullable ClassLoader classLoader, List<TypeFilter> filters) {
		PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver(classLoader);
		MetadataReaderFactory readers = MetadataReaderFactory.create(resources);
		List<Class<?>> types = new ArrayList<>();
		try {
			for (Resource resource : resources.getResources(CLASSES)) {
				MetadataReader reader = readers.getMetadataReader(resource);
				for (TypeFilter filter : filters) {
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
