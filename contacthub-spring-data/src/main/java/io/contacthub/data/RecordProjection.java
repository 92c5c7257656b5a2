package io.contacthub.data;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.core.PropertyPath;
import org.springframework.data.repository.query.ReturnedType;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * Converter of what is found to a record that has some of it. A component is named as a
 * property in the name of a method is: {@code baseContactsEmail}.
 */
final class RecordProjection implements Converter<Object, Object> {

	private final ReturnedType type;

	RecordProjection(ReturnedType type) {
		this.type = type;
	}

	@Override
	public Object convert(Object source) {
		Class<?> target = this.type.getReturnedType();
		if (!this.type.isProjecting() || !target.isRecord() || !this.type.getDomainType().isInstance(source)) {
			return source;
		}
		RecordComponent[] components = target.getRecordComponents();
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		@Nullable Object[] values = Arrays.stream(components)
			.map((component) -> value(source, PropertyPath.from(component.getName(), this.type.getDomainType())))
			.toArray();
		return BeanUtils.instantiateClass(constructor(target, types), values);
	}

	private static Constructor<?> constructor(Class<?> type, Class<?>[] parameters) {
		try {
			return type.getDeclaredConstructor(parameters);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("A record has a constructor of all its components", ex);
		}
	}

	private static @Nullable Object value(Object source, PropertyPath path) {
		Object value = source;
		for (PropertyPath step : path) {
			if (value == null) {
				return null;
			}
			Method accessor = ReflectionUtils.findMethod(value.getClass(), step.getSegment());
			Assert.state(accessor != null, () -> "There is no accessor of '" + path.toDotPath() + "'");
			value = ReflectionUtils.invokeMethod(accessor, value);
		}
		return value;
	}

}
