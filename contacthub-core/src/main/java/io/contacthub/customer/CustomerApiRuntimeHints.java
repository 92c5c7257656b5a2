package io.contacthub.customer;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;

/**
 * Hints that keep the declarative interfaces of this package, the proxies that implement
 * them and the types that they exchange.
 */
class CustomerApiRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<Class<?>> INTERFACES = List.of(CustomerApi.class, SessionApi.class,
			CustomerItemApi.Educations.class, CustomerItemApi.Jobs.class, CustomerItemApi.Likes.class,
			CustomerItemApi.Subscriptions.class);

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		ReflectiveRuntimeHintsRegistrar exchanges = new ReflectiveRuntimeHintsRegistrar();
		for (Class<?> type : INTERFACES) {
			hints.proxies().registerJdkProxy(AopProxyUtils.completeJdkProxyInterfaces(type));
			exchanges.registerRuntimeHints(hints, type);
		}
	}

}
