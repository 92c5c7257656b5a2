package io.contacthub.samples.desk.change;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.contacthub.samples.desk.form.Option;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Names of languages and countries in the language of the reader, in its alphabet.
 */
final class LanguageNames {

	/**
	 * What ContactHub takes for the language of a customer.
	 */
	private static final String LANGUAGE_AND_COUNTRY = "[a-z]{2}_[A-Z]{2}";

	private final Map<String, List<Option>> languages = new ConcurrentHashMap<>();

	private final Map<String, List<String>> countries = new ConcurrentHashMap<>();

	List<Option> languages() {
		Locale reader = LocaleContextHolder.getLocale();
		return this.languages.computeIfAbsent(reader.getLanguage(),
				(language) -> Arrays.stream(Locale.getAvailableLocales())
					.filter((locale) -> locale.toString().matches(LANGUAGE_AND_COUNTRY))
					.map((locale) -> new Option(locale.toString(), locale.getDisplayName(reader)))
					.sorted(Comparator.comparing(Option::label, Collator.getInstance(reader)))
					.toList());
	}

	List<String> countries() {
		Locale reader = LocaleContextHolder.getLocale();
		return this.countries.computeIfAbsent(reader.getLanguage(),
				(language) -> Stream.of(Locale.getISOCountries())
					.map((country) -> new Locale.Builder().setRegion(country).build().getDisplayCountry(reader))
					.sorted(Collator.getInstance(reader))
					.toList());
	}

}
