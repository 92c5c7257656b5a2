package io.contacthub.emulator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import org.jspecify.annotations.Nullable;

/**
 * Request that WireMock did not see, in the form in which WireMock would have seen it.
 */
final class RememberedHttpRequest extends ImmutableRequest {

	private final UUID id;

	private final String url;

	RememberedHttpRequest(UUID id, ReceivedRequest request) {
		super(request.address() + request.url(), RequestMethod.fromString(request.method()), request.protocol(),
				request.client(), headersOf(request), request.body().bytes(), false, false);
		this.id = id;
		this.url = request.url();
	}

	private static HttpHeaders headersOf(ReceivedRequest request) {
		return new HttpHeaders(request.headers()
			.stream()
			.map((header) -> HttpHeader.httpHeader(header.name(), header.value()))
			.collect(Collectors.toList()));
	}

	/**
	 * Return whether this form has all that WireMock sees in a request.
	 */
	static boolean canHold(ReceivedRequest request) {
		String contentType = request.header("Content-Type");
		return request.header("Cookie") == null && (contentType == null || !hasParts(contentType))
				&& RequestTarget.of(request.url()).unencoded(false) == null;
	}

	/**
	 * Return whether WireMock takes a body apart; it fails where it cannot.
	 */
	private static boolean hasParts(String contentType) {
		return contentType.contains("multipart") ? contentType.contains("boundary=") : contentType.contains("form");
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public String getUrl() {
		return this.url;
	}

	@Override
	public Map<String, Cookie> getCookies() {
		return Map.of();
	}

	@Override
	public @Nullable Collection<Request.Part> getParts() {
		return null;
	}

	@Override
	public Request.@Nullable Part getPart(String name) {
		return null;
	}

	static List<HttpHeader> headersOf(Map<String, String> headers) {
		return headers.entrySet()
			.stream()
			.map((header) -> HttpHeader.httpHeader(header.getKey(), header.getValue()))
			.toList();
	}

}
