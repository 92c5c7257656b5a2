package io.contacthub.samples.desk.change;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.contacthub.json.JsonObject;

import org.springframework.util.Assert;

/**
 * How a value is typed into a form, and what becomes of the text.
 */
enum InputType {

	TEXT("text", 1000),

	EMAIL("email", 320) {
		@Override
		Object read(String text, ZoneId zone) {
			Assert.isTrue(text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+"), "No e-mail address");
			return text;
		}
	},

	TAG("text", 100),

	LONG_TEXT("textarea", 60_000),

	NUMBER("text", 40) {
		@Override
		Object read(String text, ZoneId zone) {
			Assert.isTrue(text.matches("-?\\d+([.,]\\d+)?"), "No number");
			return new BigDecimal(text.replace(',', '.'));
		}
	},

	WHOLE_NUMBER("text", 11) {
		@Override
		Object read(String text, ZoneId zone) {
			return Integer.valueOf(text);
		}
	},

	DAY("date", 10) {
		@Override
		Object read(String text, ZoneId zone) {
			Assert.isTrue(text.matches(FOUR_DIGITS), "No year");
			return LocalDate.parse(text);
		}
	},

	TIME("datetime-local", 40) {
		@Override
		Object read(String text, ZoneId zone) {
			Assert.isTrue(text.matches(FOUR_DIGITS), "No year");
			return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
		}

		@Override
		String show(Object value, ZoneId zone) {
			try {
				Instant instant = OffsetDateTime.parse(OFFSET.matcher(value.toString()).replaceAll("$1:$2"))
					.toInstant();
				return LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MILLIS).toString();
			}
			catch (DateTimeException ex) {
				return value.toString();
			}
		}
	},

	YES_NO("choice", 5) {
		@Override
		Object read(String text, ZoneId zone) {
			return Boolean.valueOf(text);
		}
	},

	CHOICE("choice", 1000),

	GENDER("choice", 100),

	/**
	 * A language with its country, such as {@code it_IT}.
	 */
	LANGUAGE("choice", 100),

	/**
	 * The name of a country, which may be in any language.
	 */
	COUNTRY("text", 1000),

	SWITCH("switch", 5) {
		@Override
		Object read(String text, ZoneId zone) {
			return Boolean.valueOf(text);
		}

		@Override
		String sent(String text, String original) {
			// a browser sends nothing for a switch that is off, whether it is off or was
			// never touched
			return !text.isEmpty() ? text : (original.equals("true") ? "false" : original);
		}
	},

	ZONE("choice", 100) {
		@Override
		Object read(String text, ZoneId zone) {
			return ZoneId.of(text).getId();
		}
	},

	LINES("textarea", 10_000) {
		@Override
		Object read(String text, ZoneId zone) {
			return text.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		}

		@Override
		String show(Object value, ZoneId zone) {
			return (value instanceof List<?> list)
					? list.stream().map(String::valueOf).collect(Collectors.joining("\n")) : value.toString();
		}
	},

	PAIRS("textarea", 10_000) {
		@Override
		Object read(String text, ZoneId zone) {
			Map<String, Object> pairs = new LinkedHashMap<>();
			text.lines().filter((line) -> !line.isBlank()).forEach((line) -> {
				String[] parts = line.split("=", 2);
				Assert.isTrue(parts.length == 2 && !parts[0].isBlank(), "No name and value");
				pairs.put(parts[0].strip(), parts[1].strip());
			});
			return JsonObject.copyOf(pairs);
		}
	},

	/**
	 * Objects with a key and a value, such as preferences.
	 */
	KEYS("textarea", 10_000) {
		@Override
		Object read(String text, ZoneId zone) {
			return ((JsonObject) PAIRS.read(text, zone)).entrySet()
				.stream()
				.map((pair) -> JsonObject.of("key", pair.getKey(), "value", pair.getValue()))
				.toList();
		}

		@Override
		String show(Object value, ZoneId zone) {
			return ((List<?>) value).stream()
				.map((pair) -> member(pair, "key") + " = " + member(pair, "value"))
				.collect(Collectors.joining("\n"));
		}
	};

	private static final String FOUR_DIGITS = "\\d{4}-.*";

	private static final Pattern OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

	private final String control;

	private final int longest;

	InputType(String control, int longest) {
		this.control = control;
		this.longest = longest;
	}

	/**
	 * Return the type of the HTML control.
	 */
	public String control() {
		return this.control;
	}

	/**
	 * Return how many characters can be typed in.
	 */
	public int longest() {
		return this.longest;
	}

	/**
	 * Return the value that a text means.
	 * @throws IllegalArgumentException or DateTimeException if it means none
	 */
	Object read(String text, ZoneId zone) {
		return text;
	}

	/**
	 * Return what a text that was sent says.
	 * @param original the text that was there before
	 */
	String sent(String text, String original) {
		return text.strip().equals(original.strip()) ? original : text.strip();
	}

	/**
	 * Return the text of a value as the library writes it.
	 */
	String show(Object value, ZoneId zone) {
		return value.toString();
	}

	private static String member(Object object, String name) {
		return (object instanceof Map<?, ?> members) ? Objects.toString(members.get(name), "") : "";
	}

}
