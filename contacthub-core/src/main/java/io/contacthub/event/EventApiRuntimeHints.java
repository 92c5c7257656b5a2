package io.contacthub.event;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;

/**
 * Hints that keep {@link EventApi}, the proxy that implements it and the types that it
 * exchanges.
 */
class EventApiRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.proxies().registerJdkProxy(AopProxyUtils.completeJdkProxyInterfaces(EventApi.class));
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, EventApi.class);
	}

}
