package io.contacthub.test;

import java.lang.reflect.Field;

import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventPublisher;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.test.context.bean.override.BeanOverrideHandler;
import org.springframework.test.context.bean.override.BeanOverrideStrategy;

/**
 * Handler that puts a recorder in the place of a publisher. Two are equal when they
 * replace the same one, as those of its superclass are.
 */
final class EventRecorderHandler extends BeanOverrideHandler {

	EventRecorderHandler(Field field, @Nullable String name) {
		super(field, ResolvableType.forClass(EventPublisher.class), name, "", BeanOverrideStrategy.REPLACE_OR_CREATE);
	}

	@Override
	protected Object createOverrideInstance(String beanName, @Nullable BeanDefinition existingBeanDefinition,
			@Nullable Object existingBeanInstance) {
		return new EventRecorder(beanName);
	}

	/**
	 * Have the recorder treat transactions as the bean does that is still in its place.
	 */
	@Override
	protected void trackOverrideInstance(Object override, SingletonBeanRegistry registry) {
		EventRecorder recorder = (EventRecorder) override;
		if (registry instanceof BeanFactory beans
				&& beans.isTypeMatch(recorder.toString(), DurableEventPublisher.class)) {
			recorder.inTransactions();
		}
	}

}
