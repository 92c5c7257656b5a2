package io.contacthub.samples.desk.move;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.contacthub.samples.desk.layout.Labels;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What columns of files are called: as the fields are on the pages, in the language of
 * the reader. A file is understood in any language of the desk, whoever wrote it.
 */
@Component
class ColumnHeadings {

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.ITALIAN, Locale.GERMAN);

	private final Labels labels;

	private final Map<String, String> paths = new HashMap<>();

	ColumnHeadings(Labels labels) {
		this.labels = labels;
		for (Locale language : LANGUAGES) {
			in(language, () -> {
				List<String> headings = written();
				for (int i = 0; i < headings.size(); i++) {
					this.paths.putIfAbsent(normal(headings.get(i)), CustomerColumns.WRITTEN.get(i));
				}
				return null;
			});
		}
		HeadingSynonyms.ALL
			.forEach((path, words) -> words.forEach((word) -> this.paths.putIfAbsent(normal(word), path)));
	}

	private static <T> T in(Locale language, Supplier<T> action) {
		LocaleContext before = LocaleContextHolder.getLocaleContext();
		LocaleContextHolder.setLocale(language);
		try {
			return action.get();
		}
		finally {
			LocaleContextHolder.setLocaleContext(before);
		}
	}

	/**
	 * Return the headings of {@link CustomerColumns#WRITTEN}, each another one.
	 */
	List<String> written() {
		List<String> headings = CustomerColumns.WRITTEN.stream().map(this::heading).toList();
		return CustomerColumns.WRITTEN.stream().map((path) -> {
			String heading = heading(path);
			return (Collections.frequency(headings, heading) > 1) ? heading + " (" + path + ")" : heading;
		}).toList();
	}

	/**
	 * Return what a column of a field is called.
	 * @param path the path of the field
	 */
	String heading(String path) {
		return CustomerColumns.isConsent(path) ? this.labels.consent(path) : this.labels.member(path);
	}

	/**
	 * Return the field that a heading means, in any language.
	 * @return the path of the field
	 */
	Optional<String> path(String heading) {
		return Optional.ofNullable(this.paths.get(normal(heading)));
	}

	private static String normal(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "");
	}

}
