package io.contacthub.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Secrets of all connections, wherever they are set. For this library.
 *
 * @param tokens the tokens
 * @param passwords the passwords of proxies
 */
public record ConnectionSecrets(List<String> tokens, List<String> passwords) {

	/**
	 * Find the secrets.
	 * @param environment where they are set, or the files that have them
	 * @return the secrets that are there
	 */
	public static ConnectionSecrets of(Environment environment) {
		List<ConnectionName> connections = new ArrayList<>(ConnectionName.workspaces(environment));
		connections.add(ConnectionName.none());
		return new ConnectionSecrets(
				connections.stream()
					.flatMap((name) -> Stream.of(name.value(environment, "token"),
							name.value(environment, "validation.token"), tokenOfFile(environment, name)))
					.flatMap(ConnectionSecrets::text)
					.toList(),
				connections.stream()
					.map((name) -> name.value(environment, "http.proxy.password"))
					.flatMap(ConnectionSecrets::text)
					.toList());
	}

	private static @Nullable String tokenOfFile(Environment environment, ConnectionName name) {
		ConnectionFile file = ConnectionFile.of(name.value(environment, "ini-file"));
		return (file != null) ? file.get("token") : null;
	}

	private static Stream<String> text(@Nullable String value) {
		return StringUtils.hasText(value) ? Stream.of(value.strip()) : Stream.empty();
	}

	/**
	 * Return a text without the secrets.
	 */
	@Override
	public String toString() {
		return "ConnectionSecrets";
	}

}
