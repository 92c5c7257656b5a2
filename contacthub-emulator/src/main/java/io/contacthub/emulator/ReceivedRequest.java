package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpURI;

/**
 * A request as it came in over HTTP.
 *
 * @param method the HTTP method
 * @param url path and query as they came in
 * @param address scheme, host and port as the caller wrote them
 * @param protocol the version of HTTP
 * @param client address of the caller
 * @param headers the headers in the order of their arrival
 * @param body the body
 */
record ReceivedRequest(String method, String url, String address, String protocol, @Nullable String client,
		List<Header> headers, RequestBody body) {

	static ReceivedRequest of(Request request) {
		List<Header> headers = new ArrayList<>();
		for (HttpHeader header : request.getHeaders().all()) {
			header.values().forEach((value) -> headers.add(new Header(header.key(), value)));
		}
		return new ReceivedRequest(request.getMethod().getName(), request.getUrl(), addressOf(request.getAbsoluteUrl()),
				request.getProtocol(), request.getClientIp(), headers, new RequestBody(request.getBody()));
	}

	/**
	 * Read a request, but for its body.
	 */
	static ReceivedRequest of(wiremock.org.eclipse.jetty.server.Request request) {
		HttpFields fields = request.getHttpFields();
		List<Header> headers = new ArrayList<>(fields.size());
		for (HttpField field : fields) {
			headers.add(new Header(field.getName(), field.getValue()));
		}
		HttpURI uri = request.getHttpURI();
		return new ReceivedRequest(request.getMethod(), uri.getPathQuery(), addressOf(request, uri),
				request.getProtocol(), clientOf(request), headers, new RequestBody(request.getHttpInput()));
	}

	private static String addressOf(wiremock.org.eclipse.jetty.server.Request request, HttpURI uri) {
		return (uri.getAuthority() != null) ? request.getScheme() + "://" + uri.getAuthority()
				: addressOf(request.getRequestURL().toString());
	}

	ReceivedRequest withBody(byte[] body) {
		return new ReceivedRequest(this.method, this.url, this.address, this.protocol, this.client, this.headers,
				new RequestBody(body));
	}

	private static String clientOf(wiremock.org.eclipse.jetty.server.Request request) {
		String forwarded = request.getHeader("X-Forwarded-For");
		return (forwarded != null && !forwarded.isEmpty()) ? forwarded : request.getRemoteAddr();
	}

	private static String addressOf(String url) {
		int path = url.indexOf('/', url.indexOf("://") + 3);
		return (path < 0) ? url : url.substring(0, path);
	}

	/**
	 * Return the path, as it came in.
	 */
	String path() {
		return RequestTarget.of(this.url).path();
	}

	/**
	 * Return whether this is a request of the API, which it may not have.
	 */
	boolean isOfApi() {
		return this.url.startsWith(EmulatedRequest.ROOT + "/");
	}

	/**
	 * Return the first value of a header.
	 * @param name the name in any case
	 * @return the value, or null if there is none
	 */
	@Nullable String header(String name) {
		for (Header header : this.headers) {
			if (header.name().equalsIgnoreCase(name)) {
				return header.value();
			}
		}
		return null;
	}

	/**
	 * A header.
	 *
	 * @param name the name as it came in
	 * @param value the value
	 */
	record Header(String name, @Nullable String value) {
	}

}
