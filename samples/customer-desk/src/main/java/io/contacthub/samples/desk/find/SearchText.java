package io.contacthub.samples.desk.find;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.contacthub.query.Criterion;
import io.contacthub.query.Field;

import org.springframework.util.StringUtils;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;

/**
 * What was typed into the search box. ContactHub compares whole values, and documents no
 * pattern for parts of them: an address with {@code @} must be the e-mail address, and
 * anything else the first name, the last name, both in either order, or the external id.
 *
 * @param value the text, with single blanks between its words
 */
record SearchText(String value) {

	Criterion criterion() {
		if (this.value.contains("@")) {
			return BASE.CONTACTS.EMAIL.eq(this.value).or(BASE.CONTACTS.EMAIL.eq(this.value.toLowerCase(Locale.ROOT)));
		}
		List<Criterion> alternatives = new ArrayList<>();
		alternatives.add(EXTERNAL_ID.eq(this.value));
		alternatives.add(equal(BASE.FIRST_NAME, this.value));
		alternatives.add(equal(BASE.LAST_NAME, this.value));
		for (int blank : blanks()) {
			String left = this.value.substring(0, blank);
			String right = this.value.substring(blank + 1);
			alternatives.add(equal(BASE.FIRST_NAME, left).and(equal(BASE.LAST_NAME, right)));
			alternatives.add(equal(BASE.LAST_NAME, left).and(equal(BASE.FIRST_NAME, right)));
		}
		return anyOf(alternatives);
	}

	/**
	 * Return where a first name and a last name may meet: after the first word or before
	 * the last one, so that the query does not grow with every word.
	 */
	private Set<Integer> blanks() {
		Set<Integer> blanks = new LinkedHashSet<>(List.of(this.value.indexOf(' '), this.value.lastIndexOf(' ')));
		blanks.remove(-1);
		return blanks;
	}

	/**
	 * Require that a field is a text in one of the spellings that people mean by it.
	 */
	static Criterion equal(Field<String> field, String text) {
		return anyOf(spellings(text).stream().map(field::eq).toList());
	}

	private static Criterion anyOf(List<Criterion> alternatives) {
		return alternatives.stream().reduce(Criterion::or).orElseThrow();
	}

	/**
	 * Return a text as it was typed, with capitals at the beginning of its words, and all
	 * in capitals, as names are stored.
	 */
	private static Set<String> spellings(String text) {
		return new LinkedHashSet<>(List.of(text, words(text, SearchText::capitalized), text.toUpperCase(Locale.ROOT)));
	}

	private static String words(String text, Function<String, String> change) {
		return String.join(" ", Stream.of(text.split(" ")).map(change).toList());
	}

	private static String capitalized(String word) {
		return StringUtils.capitalize(word.toLowerCase(Locale.ROOT));
	}

}
