package io.contacthub.client;

import java.util.Map;

import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.Properties;
import io.contacthub.json.Unicode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Refuses what cannot be sent before anything is sent: in the path, the parameters, the
 * headers and the body.
 */
final class RequestChecks {

	private static final String PARAMETER = "queryParam";

	private RequestChecks() {
	}

	static void check(String template, HttpRequestValues values) {
		Map<String, String> variables = values.getUriVariables();
		PathVariables.check(template, variables);
		variables.forEach((variable, value) -> {
			if (value != null && !template.contains("{" + variable + "}")) {
				Unicode.check(parameterName(variables, variable), value);
			}
		});
		values.getCookies().forEach((name, cookies) -> cookies.forEach((cookie) -> checkHeader(name, cookie)));
		check(values.getHeaders());
		checkBody(values.getBodyValue());
	}

	/**
	 * The one value of a parameter, or {@code null} when it has none.
	 */
	static @Nullable String parameter(HttpRequestValues values, String name) {
		Map<String, String> variables = values.getUriVariables();
		for (Map.Entry<String, String> variable : variables.entrySet()) {
			if (variable.getKey().startsWith(PARAMETER) && name.equals(variable.getValue())) {
				return variables.get(variable.getKey() + "[0]");
			}
		}
		return null;
	}

	/**
	 * The name of a parameter, for which Spring has two variables: one for the name and
	 * one, with an index, for the value.
	 */
	private static String parameterName(Map<String, String> variables, String variable) {
		int index = variable.indexOf('[');
		String name = (variable.startsWith(PARAMETER) && index > 0) ? variables.get(variable.substring(0, index))
				: null;
		return (name != null) ? name : variable;
	}

	/**
	 * Refuse headers that would not arrive as they are: they are sent in ISO 8859-1, and
	 * end at a line break.
	 */
	static void check(HttpHeaders headers) {
		headers.forEach((name, values) -> values.forEach((value) -> checkHeader(name, value)));
	}

	private static void checkHeader(String name, @Nullable String value) {
		Assert.isTrue(
				value == null || value.chars()
					.allMatch((character) -> (character >= ' ' && character <= 255 && character != 127)
							|| character == '\t'),
				() -> "header '" + name
						+ "' holds a line break, a control character or a character beyond ISO 8859-1: encode it");
	}

	private static void checkBody(@Nullable Object body) {
		if (body == null || body instanceof Properties) {
			return;
		}
		if (body instanceof CharSequence text) {
			Unicode.check("body", text);
			return;
		}
		Object plain = (body instanceof Map || body instanceof Iterable || body instanceof ApiObject) ? body
				: ContactHubJson.mapper().convertValue(body, Object.class);
		// it refuses by name what has no form in JSON
		Properties.of("body", plain);
	}

}
