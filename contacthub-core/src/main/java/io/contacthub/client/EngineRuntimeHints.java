package io.contacthub.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.web.client.RestClient;

/**
 * Registrar of hints that keep the proxy of {@link RequestFactoryFilter}, and what
 * {@link EngineChecks} looks at.
 */
class EngineRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<String> FACTORIES = List.of("JdkClientHttpRequestFactory",
			"JettyClientHttpRequestFactory", "ReactorClientHttpRequestFactory");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.proxies().registerJdkProxy(RestClient.Builder.class);
		for (String factory : FACTORIES) {
			hints.reflection()
				.registerTypeIfPresent(classLoader, "org.springframework.http.client." + factory,
						MemberCategory.ACCESS_DECLARED_FIELDS);
		}
	}

}
