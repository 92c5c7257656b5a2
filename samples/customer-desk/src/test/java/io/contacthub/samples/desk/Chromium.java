package io.contacthub.samples.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * Debian's Chromium without a window, one for all tests.
 */
public final class Chromium {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static Chromium shared;

	private final ChromeDriver driver = ChromiumProcess.start();

	private final ChromiumElements elements = new ChromiumElements(this.driver);

	private String address;

	private Chromium() {
		this.driver.manage().timeouts().scriptTimeout(PATIENCE);
	}

	static boolean isInstalled() {
		return ChromiumProcess.isInstalled();
	}

	/**
	 * Returns the browser as it was at first.
	 * @param address the address of the desk
	 */
	static synchronized Chromium at(String address) {
		if (shared == null) {
			shared = new Chromium();
		}
		shared.address = address;
		shared.driver.get("about:blank");
		shared.cdp("Network.clearBrowserCookies", Map.of());
		shared.scripts(true);
		shared.cdp("Emulation.setTimezoneOverride", Map.of("timezoneId", "Europe/Rome"));
		shared.look("light", 1280, 900);
		shared.messages();
		return shared;
	}

	/**
	 * Goes on where another browser is.
	 */
	void as(Browser other) {
		for (HttpCookie cookie : other.cookies().getCookies()) {
			cdp("Network.setCookie", Map.of("url", this.address, "name", cookie.getName(), "value", cookie.getValue(),
					"path", "/", "httpOnly", true));
		}
	}

	/**
	 * Sets whether pages may run scripts.
	 */
	public void scripts(boolean run) {
		cdp("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
	}

	/**
	 * Sets what a person prefers and has.
	 */
	public void look(String colorScheme, int width, int height) {
		scheme(colorScheme);
		size(width, height);
	}

	void scheme(String colorScheme) {
		cdp("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	void size(int width, int height) {
		cdp("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
	}

	public void open(String path) {
		this.driver.get(path.startsWith("/") ? this.address + path : path);
	}

	/**
	 * Fills in a field by its label; of a choice it chooses the option with the value.
	 */
	public void fill(String label, String value) {
		this.elements.fill(label, value);
	}

	/**
	 * Presses a button by its text or its name for screen readers.
	 */
	public void press(String button) {
		this.elements.click("button", button);
	}

	/**
	 * Follows a link by its text, or opens details by their summary.
	 */
	public void follow(String link) {
		this.elements.click("link", link);
	}

	/**
	 * Clicks the field of a label, such as a switch.
	 */
	public void toggle(String label) {
		this.elements.click("label", label);
	}

	/**
	 * Clicks the first element that matches a CSS selector.
	 */
	public void click(String selector) {
		ChromiumElements.act(() -> this.driver.findElement(By.cssSelector(selector)).click());
	}

	/**
	 * Presses keys where the focus is.
	 */
	public void keys(CharSequence... keys) {
		new Actions(this.driver).sendKeys(keys).perform();
	}

	/**
	 * Returns the text that the page shows.
	 */
	public String text() {
		return text("body");
	}

	/**
	 * Returns the text that the first element shows, empty if there is none.
	 */
	public String text(String selector) {
		return (String) execute("return document.querySelector(arguments[0])?.innerText ?? ''", selector);
	}

	public int count(String selector) {
		return ((Number) execute("return document.querySelectorAll(arguments[0]).length", selector)).intValue();
	}

	public boolean isFocused(String selector) {
		return (Boolean) execute("return document.activeElement.matches(arguments[0])", selector);
	}

	public String title() {
		return this.driver.getTitle();
	}

	/**
	 * Returns the path and the parameters of the page.
	 */
	public String location() {
		String url = this.driver.getCurrentUrl();
		return url.startsWith(this.address) ? url.substring(this.address.length()) : url;
	}

	public void back() {
		this.driver.navigate().back();
	}

	/**
	 * Waits until the page shows a text.
	 */
	public void awaitText(String text) {
		awaitText("body", text);
	}

	/**
	 * Waits until the first element that matches a CSS selector shows a text.
	 */
	public void awaitText(String selector, String text) {
		ChromiumElements.until(() -> text(selector).contains(text), () -> "'" + text + "' in: " + text(selector));
	}

	/**
	 * Waits until an element has the focus, which browsers give it after they have drawn
	 * the page.
	 */
	public void awaitFocus(String selector) {
		ChromiumElements.until(() -> isFocused(selector), () -> "the focus on " + selector);
	}

	public Object execute(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	/**
	 * Returns what the page and the browser had to say since it was last asked for, but
	 * that a page was answered with an error, which the page says itself.
	 */
	public List<String> messages() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.map(LogEntry::getMessage)
			.filter((message) -> !message.contains("Failed to load resource: the server responded with a status of"))
			.toList();
	}

	/**
	 * Returns the barriers that axe finds in the page.
	 * @param rules the rules to look at, all of them if there are none
	 */
	public List<String> barriers(String... rules) {
		return Axe.barriers(this.driver, rules);
	}

	/**
	 * Keeps a picture of the page in {@code target/screenshots}.
	 */
	public void screenshot(String name) {
		try {
			Path folder = Files.createDirectories(Path.of("target", "screenshots"));
			Object picture = cdp("Page.captureScreenshot",
					Map.of("captureBeyondViewport", true, "optimizeForSpeed", true))
				.get("data");
			Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode((String) picture));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the driver, for what there is no word for here.
	 */
	public ChromeDriver driver() {
		return this.driver;
	}

	private Map<String, Object> cdp(String command, Map<String, Object> parameters) {
		return this.driver.executeCdpCommand(command, parameters);
	}

}
