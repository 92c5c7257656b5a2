package io.contacthub.benchmarks.call;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;

/**
 * Gson with what it needs to read the same dates as the others.
 */
final class GsonJson {

	private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]XX",
			Locale.ROOT);

	static final Gson GSON = new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
		.registerTypeAdapter(Instant.class, text((date) -> DATE_TIME.parse(date, Instant::from), Instant::toString))
		.registerTypeAdapter(LocalDate.class, text(LocalDate::parse, LocalDate::toString))
		.registerTypeHierarchyAdapter(ZoneId.class, text(ZoneId::of, ZoneId::getId))
		.create();

	private GsonJson() {
	}

	private static <T> TypeAdapter<T> text(Function<String, T> read, Function<T, String> write) {
		return new TypeAdapter<T>() {

			@Override
			public void write(JsonWriter output, T value) throws IOException {
				output.value(write.apply(value));
			}

			@Override
			public T read(JsonReader input) throws IOException {
				return read.apply(input.nextString());
			}

		}.nullSafe();
	}

}
