package io.contacthub.samples.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Debian's Chromium without a window, as a process that ends with the tests.
 */
final class ChromiumProcess {

	private static final Logger logger = Logger.getLogger(ChromiumProcess.class.getName());

	/**
	 * Warns of every version of Chromium that is newer than Selenium.
	 */
	private static final Logger seleniumLogger = Logger.getLogger("org.openqa.selenium");

	private static final Path BROWSER = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private ChromiumProcess() {
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

	static ChromeDriver start() {
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
		ChromeDriver driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile())
			.usingAnyFreePort()
			.withSilent(true)
			.build(), options);
		Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
		return driver;
	}

}
