package io.contacthub.samples.desk.form;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Place where one sees whether a form was carried out whose answer was lost.
 */
final class PlaceToLook {

	private static final String CUSTOMER = "/customers/{id}";

	private PlaceToLook() {
	}

	/**
	 * Return the place for a form.
	 * @param request the request that has sent it
	 * @return the address of the customer whom it changes, or else of the list; or
	 * {@code null} where nobody has logged in who may see it
	 */
	static @Nullable String of(HttpServletRequest request) {
		if (request.getUserPrincipal() == null) {
			return null;
		}
		String form = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
		if (form.startsWith(CUSTOMER)
				&& request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> names) {
			return UriComponentsBuilder.fromPath(CUSTOMER).build(names.get("id")).toString();
		}
		return form.startsWith("/customers") ? "/customers?sort=registered,desc" : "/customers";
	}

}
