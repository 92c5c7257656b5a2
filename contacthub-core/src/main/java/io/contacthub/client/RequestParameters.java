package io.contacthub.client;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Request parameters of an operation as a record: each member that is there becomes the
 * parameter of its name, the {@link ApiObject#unknown() unknown} ones too. For this
 * library.
 */
public final class RequestParameters {

	private RequestParameters() {
	}

	/**
	 * Return the parameters that a filter stands for.
	 * @param filter the filter; its texts, numbers, truth values and dates are sent as
	 * they are written in a document, those of a list joined by commas, and objects as
	 * JSON
	 * @return the parameters, to be added to; nulls and empty lists are left out
	 * @throws IllegalArgumentException when a value cannot be sent
	 */
	public static MultiValueMap<String, String> of(ApiObject filter) {
		Assert.notNull(filter, "filter is null: give one without members for all");
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		filter.toMap().forEach((name, value) -> {
			String text = (value instanceof List<?> list && isFlat(list)) ? joined(name, list) : text(name, value);
			if (text != null) {
				parameters.add(name, text);
			}
		});
		return parameters;
	}

	private static boolean isFlat(List<?> list) {
		return list.stream().noneMatch((element) -> element instanceof Map || element instanceof List);
	}

	private static @Nullable String joined(String name, List<?> list) {
		List<String> texts = list.stream().filter(Objects::nonNull).map(String::valueOf).toList();
		for (String text : texts) {
			Assert.isTrue(text.indexOf(',') < 0,
					() -> name + " is '" + text + "': with a comma it would be two, give each by itself");
		}
		return texts.isEmpty() ? null : String.join(",", texts);
	}

	private static @Nullable String text(String name, @Nullable Object value) {
		if (value == null) {
			return null;
		}
		return (value instanceof Map || value instanceof List)
				// a copy, which refuses what cannot be written
				? ContactHubJson.mapper().writeValueAsString(JsonObject.of(name, value).get(name)) : value.toString();
	}

}
