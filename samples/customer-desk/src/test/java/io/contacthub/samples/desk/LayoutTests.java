package io.contacthub.samples.desk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests for the layout of all pages, on phones and large screens, by day and by night.
 */
@DisplayName("Layout")
class LayoutTests extends AbstractDeskBrowserTests {

	private static final List<Integer> WIDTHS = List.of(360, 768, 1024, 1440);

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
		checks.assertThat(this.chromium.title()).as("title").endsWith(" · Customer desk");
		checks.assertThat(this.chromium.count("h1")).as("headings of the page").isEqualTo(1);
		WIDTHS.forEach((width) -> look(width, "light", checks));
		picture(page, "large");
		WIDTHS.stream().sorted(Comparator.reverseOrder()).forEach((width) -> look(width, "dark", checks));
		picture(page, "phone");
		checks.assertThat(this.chromium.messages()).as("messages of the browser").isEmpty();
		checks.assertAll();
	}

	private void look(int width, String scheme, SoftAssertions checks) {
		this.chromium.look(scheme, width, 900);
		String place = " at " + width + " " + scheme;
		checks.assertThat((Long) this.chromium.execute("return document.documentElement.scrollWidth"))
			.as("width" + place)
			.isLessThanOrEqualTo(width);
		// once on a phone and once on a large screen, and once in each scheme
		if (width == (scheme.equals("light") ? WIDTHS.get(0) : WIDTHS.get(WIDTHS.size() - 1))) {
			checks.assertThat(this.chromium.barriers()).as("barriers" + place).isEmpty();
		}
	}

	/**
	 * Keep a picture, if somebody wants to look: with {@code -Ddesk.pictures=true}.
	 */
	private void picture(DeskPage page, String screen) {
		if (Boolean.getBoolean("desk.pictures")) {
			this.chromium.screenshot(page.name().replace(' ', '-') + "-" + screen);
		}
	}

	static Stream<DeskPage> pages() {
		return DeskPages.all().stream();
	}

}
