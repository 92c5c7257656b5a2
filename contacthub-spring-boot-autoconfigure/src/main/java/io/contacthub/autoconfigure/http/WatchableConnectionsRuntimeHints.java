package io.contacthub.autoconfigure.http;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Hints that have the settings that {@link WatchableConnections} copies copied in a
 * native image, too.
 */
class WatchableConnectionsRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.reflection()
			.registerTypeIfPresent(classLoader,
					"org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder",
					MemberCategory.ACCESS_DECLARED_FIELDS);
	}

}
