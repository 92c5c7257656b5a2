package io.contacthub.samples.desk.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Cookie that keeps a visitor who has said no from being asked on each page. It says just
 * that, and ends with the browser.
 */
final class VisitAnswer {

	private static final String NAME = "shop-visit";

	private static final String NO = "no";

	private VisitAnswer() {
	}

	static void decline(HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(NAME, NO).path("/").httpOnly(true).sameSite("Lax").build().toString());
	}

	static boolean isDeclined(HttpServletRequest request) {
		var cookie = WebUtils.getCookie(request, NAME);
		return cookie != null && NO.equals(cookie.getValue());
	}

}
