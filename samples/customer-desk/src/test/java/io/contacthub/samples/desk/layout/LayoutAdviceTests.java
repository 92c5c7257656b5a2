package io.contacthub.samples.desk.layout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

import io.contacthub.samples.desk.AbstractDeskTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what all pages share.
 */
@DisplayName("Every page")
class LayoutAdviceTests extends AbstractDeskTests {

	private static final Instant INSTANT = Instant.parse("2026-03-01T23:30:00Z");

	@Test
	@DisplayName("speaks the language that was chosen, on the following pages too")
	void language() {
		this.browser.open("/customers");
		assertThat(this.browser.page().selectFirst("html").attr("lang")).isEqualTo("en");
		this.browser.follow("Deutsch");
		assertThat(this.browser.text()).contains("Abmelden");
		assertThat(this.browser.open("/customers?page=2").text()).contains("Abmelden");
		assertThat(this.browser.page().select("[hreflang=it]").attr("href")).isEqualTo("?page=2&lang=it");
		this.browser.open("/customers?lang=tlh");
		assertThat(this.browser.text()).contains("Log out");
	}

	@ParameterizedTest
	@CsvSource({ "'it-CH,it;q=0.9', it, Esci", "'fr,de;q=0.5,en;q=0.1', de, Abmelden", "fr, en, Log out" })
	@DisplayName("speaks the language of the browser at first")
	void languageOfBrowser(String header, String language, String words) {
		this.browser.accept(header).open("/customers");
		assertThat(this.browser.page().selectFirst("html").attr("lang")).isEqualTo(language);
		assertThat(this.browser.text()).contains(words);
	}

	@ParameterizedTest
	@CsvSource({ "Europe%2FRome, Europe/Rome", "America/New_York, America/New_York", "Nowhere, UTC", "%zz, UTC" })
	@DisplayName("says in which zone its times are")
	void zone(String cookie, String zone) {
		this.browser.cookie("zone", cookie).open("/customers");
		assertThat(this.browser.text()).contains("Times are those of " + zone + ".");
	}

	@Test
	@DisplayName("writes dates as in the country of the browser, also where the language was chosen")
	void country() {
		assertThat(datesOf("it", "en-GB").locale()).isEqualTo(Locale.UK);
		assertThat(datesOf("en-US", "en-GB").locale()).isEqualTo(Locale.US);
		assertThat(datesOf("it", "fr").locale()).isEqualTo(Locale.ENGLISH);
	}

	/**
	 * Return the dates of somebody who has chosen English.
	 */
	private static ReaderDates datesOf(String... languages) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setPreferredLocales(Arrays.stream(languages).map(Locale::forLanguageTag).toList());
		request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver(Locale.ENGLISH));
		Model model = new ExtendedModelMap();
		new LayoutAdvice().share(request, model);
		return (ReaderDates) model.getAttribute("readerDates");
	}

	@Test
	@DisplayName("shows where one is")
	void section() {
		assertThat(this.browser.open("/customers/new").page().select(".sections [aria-current]").eachText())
			.containsExactly("Customers");
		assertThat(this.browser.page().select(".sections a").eachText()).containsExactly("Overview", "Customers",
				"Import", "Shop demo");
		assertThat(as("reader").open("/customers").page().select(".sections a").eachText()).doesNotContain("Import");
	}

	@Test
	@DisplayName("has dates as the reader writes them")
	void dates() {
		ReaderDates british = new ReaderDates(Locale.UK, ZoneId.of("Europe/Rome"));
		assertThat(british.day(LocalDate.of(2026, 3, 1))).isEqualTo("1 Mar 2026");
		assertThat(british.dayOf(INSTANT)).isEqualTo("2026-03-02");
		assertThat(british.dateTime(INSTANT)).isEqualTo("2 Mar 2026, 00:30 CET");
		assertThat(british.time(INSTANT)).isEqualTo("00:30");
		ReaderDates german = new ReaderDates(Locale.GERMAN, ZoneId.of("UTC"));
		assertThat(german.dateTime(INSTANT)).isEqualTo("01.03.2026, 23:30 UTC");
		assertThat(new ReaderDates(Locale.ITALIAN, ZoneId.of("UTC")).day(LocalDate.of(2026, 3, 1)))
			.isEqualTo("1 mar 2026");
	}

}
