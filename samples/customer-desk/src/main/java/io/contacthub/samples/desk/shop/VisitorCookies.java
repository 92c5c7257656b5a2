package io.contacthub.samples.desk.shop;

import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies that the library keeps the session of a visitor in, for the one thing that
 * it leaves to the application: to take them away.
 */
@Component
class VisitorCookies {

	private final String name;

	private final String path;

	private final String domain;

	VisitorCookies(@Value("${contacthub.web.session.cookie.name:contacthub-session}") String name,
			@Value("${contacthub.web.session.cookie.path:/}") String path,
			@Value("${contacthub.web.session.cookie.domain:}") String domain) {
		this.name = name;
		this.path = path;
		this.domain = domain;
	}

	void remove(HttpServletRequest request, HttpServletResponse response) {
		Cookie[] cookies = (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
		Stream.of(cookies)
			.map(Cookie::getName)
			.filter((cookie) -> cookie.equals(this.name) || cookie.equals(this.name + "-owner"))
			.distinct()
			// browsers forget the cookie of the same place only, and take those of some
			// names over HTTPS only
			.map((cookie) -> ResponseCookie.from(cookie)
				.path(this.path)
				.domain(this.domain)
				.secure(request.isSecure())
				.maxAge(0)
				.httpOnly(true)
				.sameSite("Lax")
				.build())
			.forEach((cookie) -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
	}

}
