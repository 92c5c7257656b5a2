package io.contacthub.json;

import java.time.temporal.Temporal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Serializer that writes the date-times of an application's own types as those of the API
 * are written.
 *
 * @param <T> the type of the date-times
 */
final class DateTimeSerializer<T extends Temporal> extends ValueSerializer<T> {

	@Override
	public void serialize(T value, JsonGenerator generator, SerializationContext context) {
		generator.writeString(TemporalType.DATE_TIME.text("date-time", value));
	}

}
