package io.contacthub.client;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/**
 * Reads every answer as JSON, whatever it says it is, and says in one way that it cannot
 * be read.
 */
final class AnswerConverter extends JacksonJsonHttpMessageConverter {

	private final JsonMapper mapper;

	AnswerConverter(JsonMapper mapper) {
		super(mapper);
		this.mapper = mapper;
		setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, MediaType.ALL));
	}

	@Override
	public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
			throws IOException {
		try {
			return super.read(type, message, hints);
		}
		catch (IOException | RuntimeException ex) {
			if (AnnotatedElementUtils.isAnnotated(type.toClass(), Receipt.class)) {
				return this.mapper.readValue("{}", type.toClass());
			}
			if (ex instanceof IOException failure) {
				throw failure;
			}
			parserFailed((RuntimeException) ex);
			throw new HttpMessageNotReadableException("The answer does not fit " + type, message);
		}
	}

	private static void parserFailed(RuntimeException ex) {
		Answer answer = Call.current().answer();
		if (answer != null) {
			answer.parserFailed(ex);
		}
	}

}
