package io.contacthub.json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON mapper of the client. It is not the application's: the settings of an
 * application must not change what is sent to ContactHub.
 */
public final class ContactHubJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private ContactHubJson() {
	}

	/**
	 * The mapper that all clients share unless they are given one of their own.
	 * @return an immutable mapper
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

	static <T> T convert(Object value, Class<T> type) {
		try {
			return MAPPER.convertValue(value, type);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					value.getClass().getName() + " does not fit " + type.getName() + ": " + ex.getOriginalMessage(),
					ex);
		}
	}

}
