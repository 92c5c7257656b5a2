package io.contacthub.samples.desk.security;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.cors.CorsUtils;

/**
 * Test whether what somebody sends comes from a page of the desk, by what browsers say of
 * it.
 */
final class OwnSite {

	private OwnSite() {
	}

	static boolean isForeign(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		// behind a proxy the origin may be another one than the desk knows
		return (site != null) ? !site.equals("same-origin") : CorsUtils.isCorsRequest(request);
	}

}
