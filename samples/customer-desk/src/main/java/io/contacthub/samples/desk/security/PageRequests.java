package io.contacthub.samples.desk.security;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.StringUtils;

/**
 * Requests for a page, to which somebody may be led who has to log in first: no file, no
 * part of a page, and nothing that browsers look for by themselves.
 */
final class PageRequests implements RequestMatcher {

	@Override
	public boolean matches(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) && request.getHeader("HX-Request") == null
				&& isShown(request) && !isFile(request.getServletPath());
	}

	private static boolean isShown(HttpServletRequest request) {
		String destination = request.getHeader("Sec-Fetch-Dest");
		return String.valueOf(request.getHeader("Accept")).contains("text/html")
				&& (destination == null || "document".equals(destination));
	}

	private static boolean isFile(String path) {
		return path.equals("/export") || StringUtils.getFilenameExtension(path) != null;
	}

}
