package io.contacthub.samples.desk.find;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.web.util.UriUtils;

/**
 * Addresses of pages with what was typed as their parameters.
 */
final class Addresses {

	private Addresses() {
	}

	static String with(String path, Map<String, String> parameters) {
		StringBuilder address = new StringBuilder(path);
		parameters.forEach((name, value) -> address.append((address.indexOf("?") < 0) ? '?' : '&')
			.append(name)
			.append('=')
			.append(UriUtils.encode(value, StandardCharsets.UTF_8)));
		return address.toString();
	}

}
