package io.contacthub.samples.desk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.awaitility.core.ConditionTimeoutException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

import static org.awaitility.Awaitility.await;

/**
 * What a page in Chromium has for people: fields with labels, buttons and links with
 * words.
 */
final class ChromiumElements {

	/**
	 * Finds a field by its label, a button or a link by its text: the exact one first.
	 */
	private static final String FIND = """
			const [kind, words] = arguments;
			const text = (element) => (element.getAttribute('aria-label') || element.textContent).replace(/\\s+/g, ' ').trim();
			const query = { label: 'label', button: 'button, input[type=submit]', link: 'a[href], summary' }[kind];
			const all = [...document.querySelectorAll(query)].filter((element) => element.checkVisibility());
			const found = all.find((element) => text(element) === words)
				|| all.find((element) => text(element).startsWith(words)) || all.find((element) => text(element).includes(words));
			return found && kind === 'label' ? found.control : found;
			""";

	private final ChromeDriver driver;

	ChromiumElements(ChromeDriver driver) {
		this.driver = driver;
	}

	void fill(String label, String value) {
		WebElement field = find("label", label);
		if (List.of("select", "date", "number").contains(field.getTagName())
				|| List.of("date", "number").contains(String.valueOf(field.getDomAttribute("type")))) {
			// what keys do there depends on the language of the browser
			this.driver.executeScript("arguments[0].value = arguments[1]; for (const type of ['input', 'change'])"
					+ " arguments[0].dispatchEvent(new Event(type, { bubbles: true }))", field, value);
		}
		else if ("file".equals(field.getDomAttribute("type"))) {
			field.sendKeys(value);
		}
		else {
			field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
			field.sendKeys(value);
		}
	}

	/**
	 * Clicks an element as soon as it is there.
	 * @param kind label, button or link
	 * @param words what it says
	 */
	void click(String kind, String words) {
		act(() -> find(kind, words).click());
	}

	/**
	 * Does something as soon as it can be done.
	 */
	static void act(Runnable action) {
		await().atMost(Duration.ofSeconds(5))
			.pollInterval(Duration.ofMillis(50))
			.pollDelay(Duration.ZERO)
			.ignoreExceptionsInstanceOf(WebDriverException.class)
			.untilAsserted(action::run);
	}

	/**
	 * Waits until something is so.
	 */
	static void until(Callable<Boolean> condition, Supplier<String> awaited) {
		try {
			await().atMost(Duration.ofSeconds(20))
				.pollInterval(Duration.ofMillis(50))
				.pollDelay(Duration.ZERO)
				.ignoreExceptionsInstanceOf(WebDriverException.class)
				.until(condition);
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("There was never " + awaited.get(), ex);
		}
	}

	private WebElement find(String kind, String words) {
		WebElement element = (WebElement) this.driver.executeScript(FIND, kind, words);
		if (element == null) {
			throw new JavascriptException("No " + kind + " '" + words + "' on the page: "
					+ this.driver.executeScript("return document.body.innerText"));
		}
		return element;
	}

}
