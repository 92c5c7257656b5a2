package io.contacthub.samples.desk.layout;

import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of pages with values in them, whatever these are.
 */
public final class Addresses {

	private Addresses() {
	}

	/**
	 * Return an address with values.
	 * @param path the path, with places such as {@code {id}} and parameters of its own
	 * @param values the values; those that have no place are parameters, and those that
	 * are {@code null} are left out
	 * @return the address, encoded
	 */
	public static String of(String path, Map<String, ?> values) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(path);
		values.forEach((name, value) -> {
			String place = "{" + name + "}";
			if (value != null && !path.contains(place)) {
				address.queryParam(name, place);
			}
		});
		return address.encode().buildAndExpand(values).toUriString();
	}

}
