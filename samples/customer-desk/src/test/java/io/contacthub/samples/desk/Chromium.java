package io.contacthub.samples.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import static org.awaitility.Awaitility.await;

/**
 * Debian's Chromium without a window, one for all tests.
 */
public final class Chromium {

	private static final Logger logger = Logger.getLogger(Chromium.class.getName());

	/**
	 * Warns of every version of Chromium that is newer than Selenium.
	 */
	private static final Logger seleniumLogger = Logger.getLogger("org.openqa.selenium");

	private static final Path BROWSER = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private static final Duration PATIENCE = Duration.ofSeconds(20);

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

	private static final String AXE = """
			const [rules, done] = arguments;
			const options = { resultTypes: ['violations'] };
			if (rules.length) { options.runOnly = { type: 'rule', values: rules }; }
			axe.run(document, options).then((result) => done(result.violations.map((one) =>
				one.id + ' (' + one.impact + '): ' + one.nodes.map((node) => node.html.slice(0, 200) + ' ' + (node.any[0]?.message ?? '')).join(' | '))));
			""";

	private static Chromium shared;

	private final ChromeDriver driver;

	private String address;

	private Chromium() {
		seleniumLogger.setLevel(Level.SEVERE);
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(BROWSER.toString());
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--lang=en-GB", "--hide-scrollbars");
		options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en-GB,en"));
		this.driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile())
			.usingAnyFreePort()
			.withSilent(true)
			.build(), options);
		this.driver.manage().timeouts().scriptTimeout(PATIENCE);
		Runtime.getRuntime().addShutdownHook(new Thread(this.driver::quit));
	}

	/**
	 * Returns whether there is a Chromium, and says how to get one if there is none.
	 */
	static boolean isInstalled() {
		boolean installed = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
		if (!installed) {
			logger.warning("The desk is not tested in a browser: 'apt-get install chromium chromium-driver' first");
		}
		return installed;
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
		cdp("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
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
		WebElement field = find("label", label);
		if (List.of("select", "date", "number").contains(field.getTagName())
				|| List.of("date", "number").contains(String.valueOf(field.getDomAttribute("type")))) {
			// what keys do there depends on the language of the browser
			execute("arguments[0].value = arguments[1]; for (const type of ['input', 'change'])"
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
	 * Presses a button by its text or its name for screen readers.
	 */
	public void press(String button) {
		act(() -> find("button", button).click());
	}

	/**
	 * Follows a link by its text, or opens details by their summary.
	 */
	public void follow(String link) {
		act(() -> find("link", link).click());
	}

	/**
	 * Clicks the field of a label, such as a switch.
	 */
	public void toggle(String label) {
		act(() -> find("label", label).click());
	}

	/**
	 * Clicks the first element that matches a CSS selector.
	 */
	public void click(String selector) {
		act(() -> this.driver.findElement(By.cssSelector(selector)).click());
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
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.pollDelay(Duration.ZERO)
			.ignoreExceptionsInstanceOf(WebDriverException.class)
			.until(() -> text(selector), (shown) -> shown.contains(text));
	}

	/**
	 * Waits until an element has the focus, which browsers give it after they have drawn
	 * the page.
	 */
	public void awaitFocus(String selector) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.pollDelay(Duration.ZERO)
			.ignoreExceptionsInstanceOf(WebDriverException.class)
			.until(() -> isFocused(selector));
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
	@SuppressWarnings("unchecked")
	public List<String> barriers(String... rules) {
		if (Boolean.TRUE.equals(execute("return !window.axe"))) {
			execute(script("/axe.min.js") + "; window.axe = axe");
		}
		return (List<String>) this.driver.executeAsyncScript(AXE, List.of(rules));
	}

	/**
	 * Keeps a picture of the page in {@code target/screenshots}.
	 */
	public void screenshot(String name) {
		try {
			Path folder = Files.createDirectories(Path.of("target", "screenshots"));
			Object picture = cdp("Page.captureScreenshot", Map.of("captureBeyondViewport", true)).get("data");
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

	private WebElement find(String kind, String words) {
		WebElement element = (WebElement) execute(FIND, kind, words);
		if (element == null) {
			throw new JavascriptException("No " + kind + " '" + words + "' on the page: " + text());
		}
		return element;
	}

	/**
	 * Does something as soon as it can be done.
	 */
	private static void act(Runnable action) {
		await().atMost(Duration.ofSeconds(5))
			.pollInterval(Duration.ofMillis(50))
			.pollDelay(Duration.ZERO)
			.ignoreExceptionsInstanceOf(WebDriverException.class)
			.untilAsserted(action::run);
	}

	private Map<String, Object> cdp(String command, Map<String, Object> parameters) {
		return this.driver.executeCdpCommand(command, parameters);
	}

	private static String script(String resource) {
		try (InputStream input = Chromium.class.getResourceAsStream(resource)) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
