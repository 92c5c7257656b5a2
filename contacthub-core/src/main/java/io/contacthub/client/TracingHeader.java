package io.contacthub.client;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * The header in which a request names what it belongs to.
 *
 * @param name the name of the header, empty to send none
 * @param id gives the id of the present trace, {@code null} for none
 */
record TracingHeader(String name, Supplier<@Nullable String> id) {

	void addTo(HttpHeaders headers) {
		if (this.name.isEmpty()) {
			return;
		}
		String current = TracingId.current();
		String value = (current != null) ? current : this.id.get();
		if (StringUtils.hasLength(value) && !headers.containsHeader(this.name)) {
			headers.set(this.name, value);
		}
	}

}
