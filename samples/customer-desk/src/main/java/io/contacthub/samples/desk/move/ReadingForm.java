package io.contacthub.samples.desk.move;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * The form that says how a file is read.
 *
 * @param charset {@code windows} for files of older programs, else UTF-8
 * @param separator the name of what separates cells, blank when the file tells
 * @param days what days begin with, blank when the file tells
 * @param heading the headings of the columns
 * @param field the paths of their fields, blank for columns that are left out
 */
record ReadingForm(String charset, String separator, String days, List<String> heading, List<String> field) {

	static final Map<String, Character> SEPARATORS = new LinkedHashMap<>();

	static {
		SEPARATORS.put("comma", ',');
		SEPARATORS.put("semicolon", ';');
		SEPARATORS.put("tab", '\t');
	}

	/**
	 * Read the form. It is not bound, which would divide a single heading at its commas.
	 */
	static ReadingForm of(MultiValueMap<String, String> parameters) {
		return new ReadingForm(parameters.getFirst("charset"), parameters.getFirst("separator"),
				parameters.getFirst("days"), parameters.getOrDefault("heading", List.of()),
				parameters.getOrDefault("field", List.of()));
	}

	static String charset(ReadingOptions options) {
		return ReadingOptions.WINDOWS.equals(options.charset()) ? "windows" : "utf8";
	}

	static String separator(ReadingOptions options) {
		return SEPARATORS.entrySet()
			.stream()
			.filter((separator) -> separator.getValue().equals(options.separator()))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	/**
	 * Return whether two columns are to be the same field.
	 */
	boolean isAmbiguous() {
		Set<String> fields = new HashSet<>();
		return this.field.stream().anyMatch((field) -> StringUtils.hasText(field) && !fields.add(field));
	}

	/**
	 * Return how the file is to be read.
	 * @param before how it was read; in another way, its columns have other headings
	 */
	ReadingOptions toOptions(ReadingOptions before) {
		Charset chosen = "windows".equals(this.charset) ? ReadingOptions.WINDOWS : StandardCharsets.UTF_8;
		Character between = (this.separator != null) ? SEPARATORS.get(this.separator) : null;
		Map<String, String> columns = new LinkedHashMap<>();
		if (chosen.equals(before.charset()) && Objects.equals(between, before.separator())) {
			for (int i = 0; i < Math.min(this.heading.size(), this.field.size()); i++) {
				if (!this.heading.get(i).equals(this.field.get(i))) {
					columns.put(this.heading.get(i), this.field.get(i));
				}
			}
		}
		return new ReadingOptions(chosen, between, DayOrder.of(this.days).orElse(null), columns);
	}

}
