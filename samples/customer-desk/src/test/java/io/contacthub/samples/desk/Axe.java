package io.contacthub.samples.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The script that finds what bars people from a page.
 */
final class Axe {

	private static final String SCRIPT = script("/axe.min.js");

	private static final String RUN = """
			const [rules, done] = arguments;
			const options = { resultTypes: ['violations'], preload: false, selectors: false };
			if (rules.length) { options.runOnly = { type: 'rule', values: rules }; }
			axe.run(document, options).then((result) => done(result.violations.map((one) =>
				one.id + ' (' + one.impact + '): ' + one.nodes.map((node) => node.html.slice(0, 200) + ' ' + (node.any[0]?.message ?? '')).join(' | '))));
			""";

	private Axe() {
	}

	/**
	 * Returns the barriers in the page, with the elements.
	 * @param rules the rules to look at, all of them if there are none
	 */
	@SuppressWarnings("unchecked")
	static List<String> barriers(ChromeDriver driver, String... rules) {
		if (Boolean.TRUE.equals(driver.executeScript("return !window.axe"))) {
			driver.executeScript(SCRIPT + "; window.axe = axe");
		}
		return (List<String>) driver.executeAsyncScript(RUN, List.of(rules));
	}

	private static String script(String resource) {
		try (InputStream input = Axe.class.getResourceAsStream(resource)) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
