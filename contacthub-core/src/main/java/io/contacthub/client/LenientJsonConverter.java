package io.contacthub.client;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/**
 * Converter that reads every answer as JSON, whatever it says it is, and says in one way
 * that it cannot be read.
 */
final class LenientJsonConverter extends JacksonJsonHttpMessageConverter {

	LenientJsonConverter(JsonMapper mapper) {
		super(mapper);
		setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, MediaType.ALL));
	}

	@Override
	public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
			throws IOException {
		try {
			return super.read(type, message, hints);
		}
		catch (RuntimeException ex) {
			throw new UnreadableDocumentException(type, message,
					(ex.getCause() instanceof RuntimeException parser) ? parser : ex);
		}
	}

	/**
	 * Exception thrown when an answer cannot be read. It carries what the parser said,
	 * but not as its cause: it is observed, and the parser may quote the answer.
	 */
	static final class UnreadableDocumentException extends HttpMessageNotReadableException {

		private final transient RuntimeException parserFailure;

		UnreadableDocumentException(ResolvableType type, HttpInputMessage message, RuntimeException parserFailure) {
			super("The answer does not fit " + type, message);
			this.parserFailure = parserFailure;
		}

		RuntimeException parserFailure() {
			return this.parserFailure;
		}

	}

}
