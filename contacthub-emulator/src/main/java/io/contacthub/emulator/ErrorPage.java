package io.contacthub.emulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpStatus;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * Handler of requests that the server itself refuses: it answers with a page, as the
 * server of the API does, and without a stack trace.
 */
final class ErrorPage extends ErrorHandler {

	private static final String CONTENT_TYPE = "text/html;charset=utf-8";

	/**
	 * Return the page of a status.
	 * @param reason what was wrong with the request, null if there is nothing to say
	 */
	static EmulatedResponse of(int status, @Nullable String reason) {
		return EmulatedResponse.of(status, CONTENT_TYPE, html(status, reason).getBytes(StandardCharsets.UTF_8));
	}

	private static String html(int status, @Nullable String reason) {
		String title = "HTTP Status " + status + " - " + HttpStatus.getMessage(status);
		return "<!doctype html><html lang=\"en\"><head><title>" + title + "</title></head><body><h1>" + title + "</h1>"
				+ ((reason != null)
						? "<p>" + reason.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>" : "")
				+ "</body></html>";
	}

	@Override
	public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
		fields.put(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
		return ByteBuffer.wrap(html(status, reason).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void handle(String target, Request baseRequest, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		baseRequest.setHandled(true);
		response.setContentType(CONTENT_TYPE);
		String reason = (response.getStatus() < 500) ? (String) request.getAttribute("jakarta.servlet.error.message")
				: null;
		response.getOutputStream().write(html(response.getStatus(), reason).getBytes(StandardCharsets.UTF_8));
	}

}
