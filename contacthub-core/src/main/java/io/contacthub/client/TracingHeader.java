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

	/**
	 * Return the id for requests of the present thread, {@code null} for none.
	 */
	@Nullable String present() {
		return this.name.isEmpty() ? null : TracingId.current(this.id);
	}

	/**
	 * Add an id to a request, unless it has one.
	 */
	void addTo(HttpHeaders headers, @Nullable String value) {
		if (StringUtils.hasLength(value) && !headers.containsHeader(this.name)) {
			headers.set(this.name, value);
		}
	}

}
