package io.contacthub.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for the page of the emulator, in a browser.
 */
@DisplayName("In a browser the console")
@EnabledIf("io.contacthub.emulator.Chromium#isInstalled")
class ConsoleBrowserTests {

	private static final String SCRIPT = "<script>window.harmed=1</script><img src=x onerror=window.harmed=1>";

	private static final List<String> VIEWS = List.of("customers", "events", "requests", "switches");

	@TempDir
	private static Path folder;

	private static ContactHubEmulator emulator;

	private static ApiClient api;

	private static Chromium browser;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.builder().customers(60).eventDelay(Duration.ofMinutes(1)).start();
		api = ApiClient.of(emulator);
		browser = Chromium.start(folder.resolve("profile"));
	}

	@AfterAll
	static void stop() {
		browser.close();
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
		browser.emulate("light", 1280, 900);
	}

	@Test
	@DisplayName("says how to connect, and loads nothing of others")
	void pageLoads() {
		browser.requests();
		browser.open(page("/"));
		browser.awaitCount("tbody tr", 25);
		assertThat(browser.text("#connection"))
			.contains(address() + "/hub/v1", emulator.workspaceId(), emulator.nodeId())
			.doesNotContain(emulator.token());
		browser.click("button[aria-label='Show token']");
		assertThat(browser.text("#token")).isEqualTo(emulator.token());
		for (String view : VIEWS) {
			browser.click("a[data-view='" + view + "']");
			browser.awaitText("h1", view.substring(1));
			assertThat(browser.address()).endsWith("#/" + view);
		}
		assertThat(browser.messages()).isEmpty();
		assertThat(browser.requests().stream().filter((url) -> !url.equals("about:blank"))).isNotEmpty()
			.allSatisfy((url) -> assertThat(url).startsWith(address() + "/"));
	}

	@Test
	@DisplayName("finds customers while one types, and Back leads to what was found")
	void customersAreFound() {
		String id = create(
				"'base':{'firstName':'Zoë','lastName':'Quirrenbach'},'extended':{'points':12345678901234567890}");
		browser.open(page("/customers"));
		browser.awaitCount("tbody tr", 25);
		browser.find(".search").sendKeys("quirr");
		browser.awaitCount("tbody tr", 1);
		assertThat(browser.address()).endsWith("#/customers?search=quirr");
		assertThat(browser.isFocused(".search")).isTrue();
		browser.click("tbody a");
		browser.awaitText("h1", "Zoë Quirrenbach");
		assertThat(browser.address()).endsWith("#/customers/" + id);
		assertThat(browser.text(".json")).contains("\"lastName\": \"Quirrenbach\"")
			.contains("\"points\": 12345678901234567890");
		browser.back();
		browser.awaitCount("tbody tr", 1);
		assertThat(browser.address()).endsWith("#/customers?search=quirr");
		assertThat(browser.execute("return document.querySelector('.search').value")).isEqualTo("quirr");
		browser.find(".search").sendKeys("!");
		browser.awaitText(".empty", "No customer contains “quirr!”.");
	}

	@Test
	@DisplayName("turns pages")
	void pagesAreTurned() {
		browser.open(page("/customers"));
		browser.awaitText(".pager", "1–25 of 60");
		browser.click("[data-key='next']");
		browser.awaitText(".pager", "26–50 of 60");
		browser.click("[data-key='next']");
		browser.awaitText(".pager", "51–60 of 60");
		assertThat(browser.count("tbody tr")).isEqualTo(10);
		assertThat(browser.find("[data-key='next']").getDomAttribute("aria-disabled")).isEqualTo("true");
		browser.back();
		browser.awaitText(".pager", "26–50 of 60");
	}

	@Test
	@DisplayName("shows the events of a customer, and marks those that cannot be read yet")
	void eventsAreShown() {
		String id = create("'externalId':'1'");
		api.post("/events",
				"{'customerId':'" + id + "','type':'viewedPage','context':'WEB','properties':{'path':'/x'}}");
		browser.open(page("/customers/" + id));
		browser.awaitText(".event", "not visible yet");
		browser.click(".event summary");
		browser.awaitText(".event .json", "\"path\": \"/x\"");
		emulator.index();
		browser.awaitCount(".event .mark", 0);
		assertThat(browser.text(".event .json")).as("stays open").contains("\"path\": \"/x\"");
		browser.click("a[href*='customerId']");
		browser.awaitText("main", "Of the customer");
		browser.awaitCount(".event", 1);
		browser.click(".event summary");
		browser.click(".event a");
		browser.awaitText("h2", "Document");
	}

	@Test
	@DisplayName("shows a name that is a script as text")
	void scriptIsText() {
		String id = create("'base':{'firstName':'" + SCRIPT + "'},'tags':{'manual':['" + SCRIPT + "']},'extended':{'"
				+ SCRIPT + "':'" + SCRIPT + "'}");
		browser.open(page("/customers?search=harmed"));
		browser.awaitText("tbody a", SCRIPT);
		assertThat(browser.text("td .tag")).isEqualTo(SCRIPT);
		browser.click("tbody a");
		browser.awaitText("h1", SCRIPT);
		assertThat(browser.text(".json")).contains("\"" + SCRIPT + "\": \"" + SCRIPT + "\"");
		assertThat(browser.count("main script, main img")).isZero();
		assertThat(browser.execute("return window.harmed")).isNull();
		assertThat(browser.address()).endsWith(id);
	}

	@Test
	@DisplayName("has the emulator reindex, and shows so in every view")
	void reindexingIsSwitched() {
		browser.open(page("/switches"));
		browser.awaitText("h1", "Switches");
		browser.click("#reindexing");
		browser.awaitText("#active", "Reindexing");
		assertThat(emulator.switches().reindexing()).isTrue();
		String customer = "{'nodeId':'" + emulator.nodeId() + "','externalId':'1'}";
		assertThat(api.post("/customers", customer).status()).isEqualTo(423);
		browser.click("a[data-view='events']");
		browser.awaitText("h1", "Events");
		assertThat(browser.text("#active")).isEqualTo("Reindexing");
		browser.click("#active a");
		browser.awaitText("h1", "Switches");
		browser.click("#reindexing");
		browser.awaitCount("#active[hidden]", 1);
		assertThat(api.post("/customers", customer).status()).isEqualTo(201);
		assertThat(emulator.switches()).isEqualTo(EmulatorSwitches.off());
	}

	@Test
	@DisplayName("has the emulator be slow and fail, and shows what others switch")
	void switchesAreApplied() {
		browser.open(page("/switches"));
		browser.awaitText("h1", "Switches");
		type("#latency", "50");
		type("#latencyJitter", "120");
		type("#failureRate", "12.5");
		type("#lostAnswerRate", "25");
		type("#rateLimit", "9");
		browser.click("#faults .main");
		browser.awaitText("#active", "Limited: 9 per second");
		assertThat(browser.text("#active")).contains("Slow: 50–170 ms", "Failing: 12.5 %", "Answers lost: 25 %");
		assertThat(emulator.switches())
			.isEqualTo(new EmulatorSwitches(Duration.ofMillis(50), Duration.ofMillis(120), 0.125, 0, 0.25, 9, false));
		emulator.switches(EmulatorSwitches.off().withDisconnectRate(0.5));
		browser.awaitText("#active", "Cut off: 50 %");
		assertThat(browser.execute("return document.querySelector('#latency').value")).isEqualTo("0");
		type("#latency", "7200000");
		browser.click("#faults .main");
		browser.awaitText("#faults .problem", "latency must be between 0 and 1 hour");
		assertThat(emulator.switches()).isEqualTo(EmulatorSwitches.off().withDisconnectRate(0.5));
	}

	@Test
	@DisplayName("shows requests as they come, each as a command that works")
	void requestsAreShown() throws Exception {
		browser.open(page("/requests"));
		browser.awaitText("main", "No request of the API yet");
		String id = api.post("/customers", "{'nodeId':'" + emulator.nodeId() + "','externalId':'it\\u0027s'}").id();
		browser.awaitCount(".request", 1);
		assertThat(browser.text(".request")).contains("201", "POST", "/customers").containsPattern("\\d ms");
		api.delete("/customers/" + id);
		api.get("/customers/" + id);
		browser.awaitCount(".request", 3);
		browser.click("input[type='checkbox']");
		browser.awaitCount(".request", 1);
		assertThat(browser.text(".request")).contains("404", "GET", id);
		browser.click("input[type='checkbox']");
		browser.awaitCount(".request", 3);
		browser.click(".request:last-child summary");
		browser.awaitText("[data-curl]", "curl -X POST");
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "there is no curl");
		assertThat(run(browser.text("[data-curl]"))).contains("\"externalId\":\"it's\"");
	}

	@Test
	@DisplayName("can be held still")
	void updatesArePaused() {
		browser.open(page("/requests"));
		browser.awaitText("main", "No request of the API yet");
		browser.click("#pause");
		assertThat(browser.text("#state")).isEqualTo("Paused");
		api.get("/customers/1");
		emulator.switches(EmulatorSwitches.off().withReindexing(true));
		browser.awaitText("#active", "Reindexing");
		assertThat(browser.count(".request")).isZero();
		browser.click("#pause");
		browser.awaitCount(".request", 1);
	}

	@Test
	@DisplayName("asks before it resets")
	void emulatorIsReset() {
		create("'externalId':'1'");
		browser.open(page("/switches"));
		browser.awaitText("h1", "Switches");
		browser.click("#reset");
		assertThat(browser.isFocused("#keep")).isTrue();
		browser.press(Keys.ESCAPE);
		assertThat(browser.isFocused("#reset")).isTrue();
		browser.click("#reset");
		browser.click("#reset-now");
		browser.awaitText("#notice", "The emulator is as it started");
		browser.click("a[data-view='customers']");
		browser.awaitText("h1 .count", "60");
	}

	@Test
	@DisplayName("loads a file, and tells the line of a fault in it")
	void fileIsLoaded() throws Exception {
		String customer = "{\"nodeId\":\"" + emulator.nodeId() + "\",\"externalId\":\"%s\"}\n";
		Path faulty = Files.writeString(folder.resolve("faulty.jsonl"),
				customer.formatted("1") + "{\"nodeId\":\"elsewhere\"}\n");
		Path right = Files.writeString(folder.resolve("right.jsonl"),
				customer.formatted("1") + customer.formatted("2"));
		browser.open(page("/switches"));
		browser.awaitText("h1", "Switches");
		browser.find("#seed").sendKeys(faulty.toString());
		browser.awaitText(".problem:not([hidden])", "line 2: ");
		assertThat(browser.text(".problem:not([hidden]) code")).isEqualTo("{\"nodeId\":\"elsewhere\"}");
		browser.find("#seed").sendKeys(right.toString());
		browser.awaitText("#notice", "Loaded 2 customers, 0 events and 0 sessions");
		assertThat(browser.count(".problem:not([hidden])")).isZero();
		assertThat(browser.find("#export").getDomAttribute("download")).isNotEmpty();
	}

	@Test
	@DisplayName("moves the clock and brings lists up to date")
	void clockIsMoved() {
		String customer = create("'externalId':'1'");
		String event = api
			.post("/events", "{'customerId':'" + customer + "','type':'loggedIn','context':'WEB','properties':{}}")
			.id();
		browser.open(page("/switches"));
		browser.awaitText("h1", "Switches");
		browser.click("[aria-label='Move the clock by 30 s']");
		browser.awaitText("#notice", "It is ");
		assertThat(api.get("/events/" + event).status()).isEqualTo(404);
		browser.click("#index");
		browser.awaitText("#notice", "Lists and events are up to date");
		assertThat(api.get("/events/" + event).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("copies without the clipboard of secure pages")
	void textIsCopied() {
		browser.open(page("/customers"));
		browser.awaitCount("tbody tr", 25);
		browser.execute("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
		browser.click("[aria-label='Copy node']");
		browser.awaitText("#notice", "node copied");
		assertThat(browser.isFocused("[aria-label='Copy node']")).isTrue();
		browser.click(".search");
		browser.paste();
		assertThat(browser.execute("return document.querySelector('.search').value")).isEqualTo(emulator.nodeId());
	}

	@Test
	@DisplayName("is used with the keyboard alone, and shows where the focus is")
	void keyboardSuffices() {
		browser.open(page("/customers"));
		browser.awaitCount("tbody tr", 25);
		browser.press(Keys.TAB);
		assertThat(browser.isFocused("#skip")).isTrue();
		browser.press(Keys.ENTER);
		assertThat(browser.isFocused("main")).isTrue();
		tabTo(".search");
		browser.press("ada");
		browser.awaitText("h1 .count", number("ada"));
		tabTo("tbody a");
		browser.press(Keys.ENTER);
		browser.awaitText("h2", "Document");
		assertThat(browser.isFocused("main")).isTrue();
		tabTo(".event summary");
		browser.press(Keys.ENTER);
		browser.awaitCount(".event[data-id] .json", 1);
		tabTo(".event .json");
		browser.open(page("/customers"));
		browser.awaitCount("tbody tr", 25);
		tabTo("a[data-view='switches']");
		browser.press(Keys.ENTER);
		browser.awaitText("h1", "Switches");
		tabTo("#reindexing");
		browser.press(Keys.SPACE);
		browser.awaitText("#active", "Reindexing");
		tabTo("#reset");
		browser.press(Keys.ENTER);
		browser.press(Keys.ENTER);
		assertThat(browser.isFocused("#reset")).as("what is asked first is to keep everything").isTrue();
		assertThat(emulator.switches().reindexing()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "light, 1280", "dark, 1280", "light, 360" })
	@DisplayName("has no barriers, and nothing that scrolls sideways but documents")
	void pageIsAccessible(String colorScheme, int width) {
		String long200 = "x".repeat(200);
		String id = create("'externalId':'" + long200 + "','base':{'firstName':'" + long200 + "'},'tags':{'manual':['"
				+ long200 + "']}");
		api.post("/events", "{'customerId':'" + id + "','type':'viewedPage','context':'WEB','properties':{'path':'"
				+ long200 + "'}}");
		api.get("/customers/" + long200, "fields", long200);
		emulator
			.switches(new EmulatorSwitches(Duration.ofMillis(5), Duration.ofMillis(5), 0.01, 0.01, 0.01, 1000, true));
		browser.emulate(colorScheme, width, 800);
		for (String view : List.of("customers", "customers/" + id, "events", "requests", "switches")) {
			browser.open(page("/" + view));
			browser.awaitCount("main[aria-busy='false']", 1);
			if (browser.count("summary") > 0) {
				browser.click("summary");
				browser.awaitCount("details[open] > div:not(:empty)", 1);
			}
			if (view.equals("switches")) {
				browser.click("#reset");
			}
			assertThat(browser.barriers()).as(view).isEmpty();
			assertThat(browser.execute("return document.documentElement.scrollWidth <= innerWidth")).as(view)
				.isEqualTo(true);
		}
	}

	@Test
	@DisplayName("says that the emulator ended, and goes on when it is back")
	void emulatorComesBack() {
		int port;
		try (ContactHubEmulator first = ContactHubEmulator.builder().customers(1).start()) {
			port = first.port();
			browser.open("http://localhost:" + port + "/emulator/");
			browser.awaitCount("tbody tr", 1);
		}
		browser.awaitText("#banner", "The emulator does not answer.");
		assertThat(browser.text("#state")).isEqualTo("No answer");
		assertThat(browser.count("tbody tr")).isEqualTo(1);
		try (ContactHubEmulator second = ContactHubEmulator.builder().port(port).customers(2).start()) {
			browser.awaitCount("tbody tr", 2);
			browser.awaitCount("#banner[hidden]", 1);
			assertThat(browser.text("#state")).isEqualTo("Live");
			assertThat(second.port()).isEqualTo(port);
			browser.open("about:blank");
		}
	}

	@Test
	@DisplayName("tells of a customer that there is none")
	void customerIsMissing() {
		browser.open(page("/customers/nobody"));
		browser.awaitText(".failed", "customer not found nobody");
		assertThat(browser.text("#state")).isEqualTo("Live");
	}

	/**
	 * Presses the tabulator until something has the focus. Whatever has it on the way
	 * shows that it does.
	 */
	private static void tabTo(String selector) {
		for (int presses = 0; presses < 80; presses++) {
			browser.press(Keys.TAB);
			assertThat(browser.execute("""
					const element = document.activeElement;
					return [null, '::after', '::before'].some((part) => {
						const style = getComputedStyle(element, part);
						return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
					}) ? '' : element.outerHTML""")).as("what has the focus and does not show it").isEqualTo("");
			if (browser.isFocused(selector)) {
				return;
			}
		}
		throw new AssertionError("The focus does not get to " + selector);
	}

	private static void type(String selector, String text) {
		browser.find(selector).clear();
		browser.find(selector).sendKeys(text);
	}

	private static String number(String search) {
		return new ControlClient(emulator).get("customers", "search", search).at("/page/totalElements").toString();
	}

	private static String create(String members) {
		return api.post("/customers", "{'nodeId':'" + emulator.nodeId() + "'," + members + "}").id();
	}

	private static String run(String command) throws IOException, InterruptedException {
		Path script = Files.writeString(folder.resolve("command"), command);
		Path output = folder.resolve("output");
		ProcessBuilder shell = new ProcessBuilder("/bin/sh", script.toString()).redirectOutput(output.toFile())
			.redirectError(folder.resolve("progress").toFile());
		shell.environment().put("no_proxy", "*");
		Process process = shell.start();
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		return Files.readString(output);
	}

	private static String address() {
		return "http://localhost:" + emulator.port();
	}

	private static String page(String route) {
		return address() + "/emulator/#" + route;
	}

}
