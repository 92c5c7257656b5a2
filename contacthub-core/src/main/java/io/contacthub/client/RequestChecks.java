package io.contacthub.client;

import java.util.List;
import java.util.Map;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.UnicodeChecks;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Checks that refuse what cannot be sent before anything is sent: in the path, the
 * parameters, the headers and the body.
 */
final class RequestChecks {

	private static final String PARAMETER = "queryParam";

	private final JsonMapper mapper;

	RequestChecks(JsonMapper mapper) {
		this.mapper = mapper;
	}

	void check(String template, HttpRequestValues values) {
		Map<String, String> variables = values.getUriVariables();
		PathVariables.check(template, variables);
		variables.forEach((variable, value) -> {
			if (value != null && !template.contains("{" + variable + "}")) {
				UnicodeChecks.check(parameterName(variables, variable), value);
			}
		});
		values.getCookies().forEach((name, cookies) -> cookies.forEach((cookie) -> checkHeader(name, cookie)));
		values.getHeaders().forEach(RequestChecks::checkHeader);
		checkBody(values.getBodyValue());
	}

	/**
	 * Return the one value of a parameter, or {@code null} when it has none.
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
	 * Return the name of a parameter, for which Spring has two variables: one for the
	 * name and one, with an index, for the value.
	 */
	private static String parameterName(Map<String, String> variables, String variable) {
		int index = variable.indexOf('[');
		String name = (variable.startsWith(PARAMETER) && index > 0) ? variables.get(variable.substring(0, index))
				: null;
		return (name != null) ? name : variable;
	}

	/**
	 * Refuse a header that would not arrive as it is: headers are sent in ISO 8859-1, and
	 * end at a line break.
	 */
	static void checkHeader(String name, List<@Nullable String> values) {
		Assert.isTrue(isVisible(name) && name.indexOf(':') < 0,
				() -> "header '" + name + "' has a name that is none: it may hold neither blanks, nor colons, nor "
						+ "other characters than those of ASCII");
		values.forEach((value) -> checkHeader(name, value));
	}

	/**
	 * Return whether a text holds visible characters of ASCII only.
	 */
	static boolean isVisible(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
				return false;
			}
		}
		return true;
	}

	static void checkHeader(String name, @Nullable String value) {
		Assert.isTrue(value == null || isSendable(value), () -> "header '" + name
				+ "' holds a line break, a control character or a character beyond ISO 8859-1: encode it");
	}

	private static boolean isSendable(String value) {
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			if ((character < ' ' && character != '\t') || character > 255 || character == 127) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Refuse what has no form in JSON: what is a document of this library has been looked
	 * at when it was made, and anything else is looked at as it would be written.
	 */
	private void checkBody(@Nullable Object body) {
		if (body == null || body instanceof JsonObject) {
			return;
		}
		if (body instanceof ApiObject object) {
			JsonObject.of("body", object);
			return;
		}
		if (body instanceof CharSequence text) {
			UnicodeChecks.check("body", text);
			return;
		}
		JsonNode tree;
		try {
			tree = this.mapper.valueToTree(body);
		}
		catch (JacksonException ex) {
			// it is told when it is written
			return;
		}
		checkTree("body", tree);
	}

	private static void checkTree(String name, JsonNode node) {
		if (node.isString()) {
			UnicodeChecks.check(name, node.stringValue());
		}
		else if (node.isFloatingPointNumber()) {
			Assert.isTrue(Double.isFinite(node.doubleValue()) || node.isBigDecimal(), () -> "'" + name + "' is " + node
					+ ", which is no number in JSON: give a finite one, or leave it out");
		}
		else if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				checkTree(name + "[" + i + "]", node.get(i));
			}
		}
		else if (node.isObject()) {
			node.properties().forEach((member) -> {
				UnicodeChecks.check("the name of a member", member.getKey());
				checkTree(name + "." + member.getKey(), member.getValue());
			});
		}
	}

}
