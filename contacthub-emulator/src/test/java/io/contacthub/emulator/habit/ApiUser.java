package io.contacthub.emulator.habit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs that speak to the API, with the headers that each of them sends and its way to
 * encode a query string.
 */
enum ApiUser {

	/** The SDK for Python, on requests: one type for all, a connection for each call. */
	PYTHON("User-Agent: python-requests/2.13.0", "Accept-Encoding: gzip, deflate", "Accept: */*",
			"Connection: keep-alive", "Content-Type: application/json"),

	/** The SDK for Java, on Unirest: a length for what has no body. */
	JAVA("User-Agent: unirest-java/1.3.11", "Accept-Encoding: gzip", "Connection: Keep-Alive",
			"Contactlab-Tracing-ID: 4f1d"),

	/** The SDK for Node.js, on axios. */
	NODE("Accept: application/json, text/plain, */*", "User-Agent: axios/0.18.0", "Connection: close"),

	/** The SDK for PHP, on Guzzle, which says nothing of what it accepts. */
	PHP("User-Agent: GuzzleHttp/6.2.1 curl/7.51.0 PHP/7.0.19"),

	/** The SDK for .NET, which waits before it sends a body. */
	DOTNET("Content-Type: application/json", "Accept: application/json"),

	/** The SDK for Go. */
	GO("User-Agent: golang+contacthub/0.0.1", "Content-Type: application/json", "Accept: application/json",
			"Accept-Encoding: gzip"),

	/** The SDK for browsers, on a page. */
	BROWSER("Origin: https://shop.example", "Accept: application/json", "Contactlab-ClientId: sdk-browser",
			"Referer: https://shop.example/p?utm_source=ads", "User-Agent: Mozilla/5.0 (X11; Linux x86_64)",
			"Accept-Language: en", "Accept-Encoding: gzip, deflate, br", "Sec-Fetch-Mode: cors"),

	/** The connector of Magento, behind whatever the shop has in front. */
	MAGENTO("Accept: */*", "X-Forwarded-Ssl: on", "X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.7"),

	/** The connector of Salesforce Commerce Cloud. */
	SFRA("Content-Type: application/json", "X-Forwarded-Host: shop.example"),

	/** The application for Zapier. */
	ZAPIER("User-Agent: Zapier", "Accept: application/json"),

	/** The connector of Zendesk. */
	ZENDESK("Accept: application/json, text/javascript, */*; q=0.01", "X-Requested-With: XMLHttpRequest");

	private final List<String> headers;

	ApiUser(String... headers) {
		this.headers = List.of(headers);
	}

	/**
	 * Return the lines of the head that follow method and target.
	 */
	List<String> headers(String method, int length) {
		Stream<String> lines = this.headers.stream();
		if (length > 0) {
			lines = Stream.concat(lines, body(length));
		}
		else if (method.equals("DELETE") && (this == PYTHON || this == JAVA)) {
			lines = Stream.concat(lines, Stream.of("Content-Length: 0"));
		}
		return lines.toList();
	}

	private Stream<String> body(int length) {
		Stream<String> lines = Stream.of("Content-Length: " + length);
		if (this == DOTNET || (this == MAGENTO && length > 200)) {
			lines = Stream.concat(lines, Stream.of("Expect: 100-continue"));
		}
		if (this.headers.stream().noneMatch((header) -> header.startsWith("Content-Type"))) {
			String type = (this == NODE) ? "application/json;charset=UTF-8" : "application/json";
			lines = Stream.concat(lines, Stream.of("Content-Type: " + type));
		}
		return lines;
	}

	/**
	 * Encode a value of the query string.
	 */
	String encode(String value) {
		String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
		return switch (this) {
			case PHP, DOTNET, ZENDESK -> form.replace("+", "%20");
			case NODE -> form.replace("%3A", ":").replace("%2C", ",").replace("%5B", "[").replace("%5D", "]");
			default -> form;
		};
	}

}
