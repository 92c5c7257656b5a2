package io.contacthub.data;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.core.PropertyPath;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.PreferredConstructor;
import org.springframework.data.mapping.model.PreferredConstructorDiscoverer;
import org.springframework.data.repository.query.ReturnedType;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * Converter of what is found to a record, or another class that is made by its
 * constructor, which has some of it. A parameter of the constructor is named as a
 * property in the name of a method is: {@code baseContactsEmail}.
 */
final class ConstructorProjection implements Converter<Object, Object> {

	private final ReturnedType type;

	ConstructorProjection(ReturnedType type) {
		this.type = type;
	}

	/**
	 * Return the parameters, none when there is no constructor to be taken, or one whose
	 * names are not known.
	 */
	static Map<String, Class<?>> parameters(Class<?> type) {
		PreferredConstructor<?, ?> constructor = PreferredConstructorDiscoverer.discover(type);
		return (constructor != null) ? parameters(constructor) : Map.of();
	}

	private static Map<String, Class<?>> parameters(PreferredConstructor<?, ?> constructor) {
		Map<String, Class<?>> parameters = new LinkedHashMap<>();
		for (Parameter<?, ?> parameter : constructor.getParameters()) {
			String name = parameter.getName();
			if (name == null) {
				return Map.of();
			}
			parameters.put(name, parameter.getRawType());
		}
		return parameters;
	}

	@Override
	public Object convert(Object source) {
		Class<?> target = this.type.getReturnedType();
		if (!this.type.isProjecting() || target.isInterface() || !this.type.getDomainType().isInstance(source)) {
			return source;
		}
		PreferredConstructor<?, ?> constructor = PreferredConstructorDiscoverer.discover(target);
		Assert.state(constructor != null, () -> "There is no constructor of " + target.getName());
		@Nullable Object[] values = parameters(constructor).keySet()
			.stream()
			.<@Nullable Object>map((name) -> value(source, PropertyPath.from(name, this.type.getDomainType())))
			.toArray();
		return BeanUtils.instantiateClass(constructor.getConstructor(), values);
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
