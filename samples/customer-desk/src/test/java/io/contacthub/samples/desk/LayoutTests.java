package io.contacthub.samples.desk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests for the layout of all pages, on phones and large screens, by day and by night.
 */
@Tag("looks")
@DisplayName("Layout")
class LayoutTests extends AbstractDeskBrowserTests {

	private static final int PHONE = 360;

	private static final int LARGE = 1440;

	private static final List<Integer> WIDTHS = List.of(PHONE, 768, 1024, LARGE);

	/**
	 * The one rule of those that depends on the scheme, of which only colors do.
	 */
	private static final String CONTRAST = "color-contrast";

	/**
	 * Finds headings of one word that takes more than one line, but for words that are
	 * longer than those of any language.
	 */
	private static final String BROKEN_HEADINGS = """
			return [...document.querySelectorAll('h2, h3, legend, summary')].filter((heading) => {
				const words = heading.innerText.trim();
				const range = document.createRange();
				range.selectNodeContents(heading);
				const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top / 8)));
				return heading.checkVisibility() && /^\\S{2,24}$/.test(words) && heading.childElementCount === 0 && lines.size > 1;
			}).map((heading) => heading.innerText);
			""";

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("fits, is readable and has no barriers:")
	void pages(DeskPage page) {
		this.chromium = Chromium.at(this.address);
		if (page.user() != null) {
			this.chromium.as(as(page.user()));
		}
		page.way().accept(new Visit(this.chromium, this.emulator));
		SoftAssertions checks = new SoftAssertions();
		checks.assertThat(this.chromium.title())
			.as("title")
			.matches(".+ · (Customer desk|Kundenpult|Banco clienti|Shop demo)");
		checks.assertThat(this.chromium.count("h1")).as("headings of the page").isEqualTo(1);
		this.chromium.scheme("light");
		WIDTHS.forEach((width) -> look(width, "light", checks));
		picture(page, "large");
		this.chromium.scheme("dark");
		WIDTHS.stream().sorted(Comparator.reverseOrder()).forEach((width) -> look(width, "dark", checks));
		picture(page, "phone");
		checks.assertThat(this.chromium.messages()).as("messages of the browser").isEmpty();
		checks.assertAll();
	}

	private void look(int width, String scheme, SoftAssertions checks) {
		this.chromium.size(width, 900);
		String place = " at " + width + " " + scheme;
		checks.assertThat((Long) this.chromium.execute("return document.documentElement.scrollWidth"))
			.as("width" + place)
			.isLessThanOrEqualTo(width);
		checks.assertThat((List<?>) this.chromium.execute(BROKEN_HEADINGS))
			.as("headings that are broken within a word" + place)
			.isEmpty();
		// rows are cards on phones, so that a page is another one there
		if (width == PHONE || width == LARGE) {
			String[] rules = scheme.equals("light") ? new String[0] : new String[] { CONTRAST };
			checks.assertThat(this.chromium.barriers(rules)).as("barriers" + place).isEmpty();
		}
	}

	private void picture(DeskPage page, String screen) {
		this.chromium.screenshot(page.name().replace(' ', '-') + "-" + screen);
	}

	static Stream<DeskPage> pages() {
		return DeskPages.all().stream();
	}

}
