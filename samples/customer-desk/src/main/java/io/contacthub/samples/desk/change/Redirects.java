package io.contacthub.samples.desk.change;

import java.nio.charset.StandardCharsets;

import org.springframework.web.util.UriUtils;

/**
 * Where a form leads to when it has been carried out.
 */
final class Redirects {

	private Redirects() {
	}

	static String toCustomer(String id) {
		return "redirect:/customers/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
	}

	/**
	 * Lead to a section of the page of a customer.
	 */
	static String toCustomer(String id, String section) {
		return toCustomer(id) + "#" + section;
	}

	static String toConsents(String id) {
		return toCustomer(id) + "/consents";
	}

}
