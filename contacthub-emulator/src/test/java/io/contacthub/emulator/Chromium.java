package io.contacthub.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.By;
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
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * Debian's Chromium without a window.
 */
final class Chromium implements AutoCloseable {

	private static final Logger logger = Logger.getLogger(Chromium.class.getName());

	/**
	 * Warns of every version of Chromium that is newer than Selenium.
	 */
	private static final Logger seleniumLogger = Logger.getLogger("org.openqa.selenium");

	private static final Path BROWSER = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final ChromeDriver driver;

	private Chromium(Path profile) {
		seleniumLogger.setLevel(Level.SEVERE);
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(BROWSER.toString());
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--user-data-dir=" + profile);
		this.driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile())
			.usingAnyFreePort()
			.withSilent(true)
			.build(), options);
	}

	/**
	 * Returns whether there is a Chromium, and says how to get one if there is none.
	 */
	static boolean isInstalled() {
		boolean installed = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
		if (!installed) {
			logger.warning("The console is not tested in a browser: 'apt-get install chromium chromium-driver' first");
		}
		return installed;
	}

	static Chromium start(Path profile) {
		return new Chromium(profile);
	}

	/**
	 * Sets what a person prefers and has; pages that are open keep the state that they
	 * are in.
	 */
	void emulate(String colorScheme, int width, int height) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
	}

	/**
	 * Opens a page anew, without anything that an earlier one left.
	 */
	void open(String url) {
		this.driver.get("about:blank");
		messages();
		this.driver.get(url);
	}

	Object execute(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	JsonNode executeAsync(String script) {
		this.driver.manage().timeouts().scriptTimeout(PATIENCE);
		return ApiClient.MAPPER.valueToTree(this.driver.executeAsyncScript(script));
	}

	WebElement find(String selector) {
		return this.driver.findElement(By.cssSelector(selector));
	}

	/**
	 * Returns the text that the first element shows, empty if there is none.
	 */
	String text(String selector) {
		return (String) execute("return document.querySelector(arguments[0])?.innerText ?? ''", selector);
	}

	int count(String selector) {
		return ((Number) execute("return document.querySelectorAll(arguments[0]).length", selector)).intValue();
	}

	boolean isFocused(String selector) {
		return (Boolean) execute("return document.activeElement.matches(arguments[0])", selector);
	}

	String address() {
		return this.driver.getCurrentUrl();
	}

	void back() {
		this.driver.navigate().back();
	}

	/**
	 * Clicks an element as soon as it is there.
	 */
	void click(String selector) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.pollDelay(Duration.ZERO)
			.ignoreExceptionsInstanceOf(WebDriverException.class)
			.untilAsserted(() -> find(selector).click());
	}

	/**
	 * Presses keys where the focus is.
	 */
	void press(CharSequence... keys) {
		// not to the element, since a field for files takes no keys that way
		new Actions(this.driver).sendKeys(keys).perform();
	}

	/**
	 * Presses the keys that paste.
	 */
	void paste() {
		new Actions(this.driver).keyDown(Keys.CONTROL).sendKeys("v").keyUp(Keys.CONTROL).perform();
	}

	void awaitText(String selector, String text) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> text(selector), (shown) -> shown.contains(text));
	}

	void awaitCount(String selector, int number) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> count(selector), (count) -> count == number);
	}

	/**
	 * Returns what the page and the browser had to say since it was last asked for.
	 */
	List<String> messages() {
		return logs(LogType.BROWSER).stream().map(LogEntry::toString).toList();
	}

	/**
	 * Returns the addresses that were asked for since they were last asked for here.
	 */
	List<String> requests() {
		return logs(LogType.PERFORMANCE).stream()
			.map((entry) -> ApiClient.MAPPER.readTree(entry.getMessage()).path("message"))
			.filter((message) -> message.path("method").stringValue().equals("Network.requestWillBeSent"))
			.map((message) -> message.at("/params/request/url").stringValue())
			.toList();
	}

	private List<LogEntry> logs(String type) {
		return this.driver.manage().logs().get(type).getAll();
	}

	/**
	 * Returns the barriers that axe finds in the page: those that are serious, with the
	 * elements.
	 */
	List<String> barriers() {
		execute(script("/axe.min.js") + "; window.axe = axe");
		JsonNode violations = executeAsync("const done = arguments[0];"
				+ "axe.run(document, { resultTypes: ['violations'] }).then((result) => done(result.violations.map((one) =>"
				+ " ({ id: one.id, impact: one.impact, nodes: one.nodes.map((node) => node.html) }))))");
		return violations.valueStream()
			.filter((violation) -> List.of("serious", "critical").contains(violation.path("impact").asString("")))
			.map(JsonNode::toString)
			.toList();
	}

	private static String script(String resource) {
		try (InputStream input = Chromium.class.getResourceAsStream(resource)) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
