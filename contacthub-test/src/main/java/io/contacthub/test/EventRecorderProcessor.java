package io.contacthub.test;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;

import org.springframework.test.context.bean.override.BeanOverrideHandler;
import org.springframework.test.context.bean.override.BeanOverrideProcessor;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Processor of fields with {@link RecordEvents}.
 */
class EventRecorderProcessor implements BeanOverrideProcessor {

	@Override
	public BeanOverrideHandler createHandler(Annotation annotation, Class<?> testClass, Field field) {
		Assert.state(field.getType() == EventRecorder.class,
				() -> "@RecordEvents is on the field '" + field.getDeclaringClass().getSimpleName() + "."
						+ field.getName() + "' of type " + field.getType().getSimpleName()
						+ ": declare it as EventRecorder");
		String name = ((RecordEvents) annotation).name();
		return new EventRecorderHandler(field, StringUtils.hasText(name) ? name : null);
	}

}
