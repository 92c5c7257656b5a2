package io.contacthub.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.ContextAttributes;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.util.ClassUtils;

/**
 * The JSON mapper of the client. It is not the application's: the settings of an
 * application must not change what is sent to ContactHub. It writes documents alone, so
 * that a customer that was fetched in part does not know of it any more when it is read;
 * other mappers write that too.
 */
public final class ContactHubJson {

	/**
	 * Documents are read and written by recursion, and come from elsewhere: their depth
	 * is bounded well below that of a stack, and no number or name is so long that
	 * reading it takes noticeable time. Texts are bounded by the size of the answer.
	 */
	static final int DEPTH = 500;

	/**
	 * Says that a mapper writes what ContactHub takes, and nothing beside it.
	 */
	static final Object DOCUMENTS_ALONE = ContactHubJson.class.getName() + ".DOCUMENTS_ALONE";

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(DEPTH)
				.maxNumberLength(1000)
				.maxNameLength(10_000)
				.build())
			.streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
			.build())
		.defaultAttributes(ContextAttributes.getEmpty().withSharedAttribute(DOCUMENTS_ALONE, true))
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.addModule(new SimpleModule("ContactHub").addSerializer(Instant.class, new DateTimeSerializer<>())
			.addSerializer(OffsetDateTime.class, new DateTimeSerializer<>())
			.addSerializer(ZonedDateTime.class, new DateTimeSerializer<>()))
		.build();

	private ContactHubJson() {
	}

	/**
	 * Return the mapper that all clients share unless they are given one of their own.
	 * @return an immutable mapper
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

	/**
	 * Read an object from a text.
	 * @param text any text
	 * @return the object, or {@code null} when the text holds none
	 */
	static @Nullable JsonObject readObject(String text) {
		try {
			return MAPPER.readValue(text, JsonObject.class);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	static <T> T convert(Object value, Class<T> type) {
		try {
			return MAPPER.convertValue(value, type);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					value.getClass().getName() + " does not fit " + type.getName() + ": " + reason(ex), ex);
		}
	}

	/**
	 * Return why something does not fit a type: where, and not what is there.
	 */
	private static String reason(JacksonException exception) {
		String path = exception.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
					: "[" + step.getIndex() + "]")
			.collect(Collectors.joining());
		if (path.isEmpty() || !(exception instanceof MismatchedInputException mismatch)
				|| mismatch.getTargetType() == null) {
			return exception.getOriginalMessage();
		}
		return "'" + (path.startsWith(".") ? path.substring(1) : path) + "' is missing or is no "
				+ ClassUtils.getShortName(mismatch.getTargetType());
	}

}
