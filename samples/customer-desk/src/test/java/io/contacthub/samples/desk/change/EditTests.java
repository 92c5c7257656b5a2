package io.contacthub.samples.desk.change;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.contacthub.customer.Customer;
import io.contacthub.samples.desk.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.contacthub.customer.CustomerFields.BASE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EditController}.
 */
@DisplayName("The form that changes a customer")
class EditTests extends AbstractChangeTests {

	private final ExecutorService tenAtOnce = Executors.newFixedThreadPool(10);

	@AfterEach
	void shutDown() {
		this.tenAtOnce.shutdown();
	}

	@Test
	@DisplayName("shows what will be sent and sends only that")
	void sendsChanges() {
		this.browser.open(path("/edit"));
		assertThat(this.browser.heading()).isEqualTo("Change Ada Lovelace");
		this.browser.fill("First name", "Augusta").fill("Phone", "").press("Review changes");
		assertThat(this.browser.heading()).isEqualTo("What will be sent · Ada Lovelace");
		assertThat(this.browser.page().select("tbody tr").eachText()).containsExactly("First name Ada Augusta",
				"Phone 0207 1 nothing");
		assertThat(this.browser.page().select("pre").text()).contains("\"firstName\" : \"Augusta\"",
				"\"phone\" : null");
		assertThat(patches()).isEmpty();
		this.browser.press("Save");
		assertThat(this.browser.location()).isEqualTo(path(""));
		assertThat(this.browser.text()).contains("The changes are saved.");
		assertThat(patches()).containsExactly("{\"base\":{\"firstName\":\"Augusta\",\"contacts\":{\"phone\":null}}}");
		assertThat(stored().extended().at("loyalty", "points")).isEqualTo(12);
	}

	@Test
	@DisplayName("changes properties that the workspace defines, each by its type")
	void extended() {
		this.browser.open(path("/edit")).fill("Points", "12,5").press("Review changes");
		assertThat(this.browser.page().select("tbody tr").eachText()).containsExactly("Points 12 12,5");
		this.browser.press("Save");
		assertThat(patches()).containsExactly("{\"extended\":{\"loyalty\":{\"points\":12.5}}}");
		this.browser.open(path("/edit")).fill("Points", "many").press("Review changes");
		assertThat(this.browser.error("extended.loyalty.points")).isEqualTo("Enter a number such as 12.50.");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "x')}, label=${'PWN'+@environment.getProperty('spring.application.name')}, z=${#strings.trim('",
					"${7*7}", "__${7*7}__", "x}", "x'", "x.", ".x", "x y", "x[0]" })
	@DisplayName("takes no names of properties that no form of its own has")
	void refusesNames(String name) {
		this.browser.open(path("/edit"));
		send(this.browser, this.browser, "step", "edit", "type.extended." + name, "TEXT", "extended." + name, "typed");
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.page().html()).doesNotContain("PWN", ">49<", "typed");
		assertThat(this.browser.heading()).isEqualTo("Change Ada Lovelace");
	}

	@Test
	@DisplayName("says that the customer was deleted meanwhile, and shows what was typed")
	void tellsDeletion() {
		this.browser.open(path("/edit")).fill("First name", "Augusta Ada").press("Review changes");
		this.customers.deleteById(this.ada.id());
		this.browser.press("Save");
		assertThat(this.browser.status()).isEqualTo(404);
		assertThat(this.browser.heading()).isEqualTo("Deleted meanwhile");
		assertThat(this.browser.page().select("main dl").text()).isEqualTo("First name Augusta Ada");
	}

	@Test
	@DisplayName("saves the first of ten who change the same at once, and shows it to the others")
	void takesTurns() {
		List<Browser> editors = IntStream.range(0, 10)
			.mapToObj((i) -> as("editor").open(path("/edit")).fill("First name", "Ada " + i).press("Review changes"))
			.toList();
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(50)));
		List<CompletableFuture<Integer>> answers = editors.stream()
			.map((editor) -> CompletableFuture.supplyAsync(() -> editor.press("Save").status(), this.tenAtOnce))
			.toList();
		assertThat(answers.stream().map(CompletableFuture::join)).hasSize(10)
			.filteredOn((status) -> status != 409)
			.hasSize(1);
		assertThat(patches()).hasSize(1);
	}

	@Test
	@DisplayName("has what people change most on top, and folds what is empty unless a link asks for it")
	void folds() {
		this.browser.open(path("/edit"));
		assertThat(this.browser.page().select("fieldset input:not([type=hidden])").eachAttr("id"))
			.contains("base.firstName", "base.contacts.email", "base.dob", "base.address.city");
		assertThat(this.browser.page().select("details[open]").eachAttr("id")).containsExactly("group-account");
		this.browser.open(path("/edit?open=address"));
		assertThat(this.browser.page().select("details[open]").eachAttr("id")).containsExactly("group-address",
				"group-account");
		assertThat(this.browser.page().select("option[value=de_DE]").text()).isEqualTo("German (Germany)");
		assertThat(this.browser.page().select("#countries option[value=Germany]")).hasSize(1);
		this.browser.fill("Gender", "F").fill("First name", "Augusta").press("Save");
		assertThat(patches()).containsExactly("{\"base\":{\"firstName\":\"Augusta\",\"gender\":\"F\"}}");
	}

	@Test
	@DisplayName("goes back from what will be sent with all that was typed")
	void changesMore() {
		this.browser.open(path("/edit")).fill("First name", "Augusta").press("Review changes").press("Change more");
		assertThat(value("base.firstName")).isEqualTo("Augusta");
		this.browser.fill("Last name", "King").press("Review changes").press("Save");
		assertThat(patches()).containsExactly("{\"base\":{\"firstName\":\"Augusta\",\"lastName\":\"King\"}}");
	}

	@Test
	@DisplayName("sends nothing when nothing was changed")
	void sendsNothing() {
		this.browser.open(path("/edit")).press("Review changes");
		assertThat(this.browser.location()).isEqualTo(path(""));
		assertThat(this.browser.text()).contains("Nothing was changed, so nothing was sent.");
		assertThat(patches()).isEmpty();
	}

	@Test
	@DisplayName("sends nothing when somebody else has changed the same in the same way")
	void sendsNothingTwice() {
		this.browser.open(path("/edit")).fill("First name", "Augusta").press("Review changes");
		this.customers.patch(this.ada.id(), (patch) -> patch.set(BASE.FIRST_NAME, "Augusta"));
		this.browser.press("Save");
		assertThat(this.browser.text()).contains("Nothing was changed");
		assertThat(patches()).hasSize(1);
	}

	@Test
	@DisplayName("leaves alone what somebody else changes meanwhile")
	void merges() {
		this.browser.open(path("/edit")).fill("First name", "Augusta").press("Review changes");
		this.customers.patch(this.ada.id(), (patch) -> patch.set(BASE.LAST_NAME, "King"));
		this.browser.press("Save");
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(patches()).last().isEqualTo("{\"base\":{\"firstName\":\"Augusta\"}}");
		assertThat(stored().base()).extracting("firstName", "lastName").containsExactly("Augusta", "King");
	}

	@Test
	@DisplayName("shows both changes of a field that somebody else has changed otherwise, and has one choose")
	void collides() {
		this.browser.open(path("/edit")).fill("First name", "Augusta").fill("City", "Ockham").press("Review changes");
		this.customers.patch(this.ada.id(),
				(patch) -> patch.set(BASE.FIRST_NAME, "Adeline").set(BASE.CONTACTS.PHONE, "0207 2"));
		this.browser.press("Save");
		assertThat(this.browser.status()).isEqualTo(409);
		assertThat(this.browser.heading()).isEqualTo("Somebody else was faster · Ada Lovelace");
		assertThat(this.browser.page().select("fieldset").eachText())
			.containsExactly("First name Yours Augusta Theirs Adeline");
		assertThat(patches()).hasSize(1);
		this.browser.press("Save");
		assertThat(this.browser.text()).contains("The changes are saved.");
		assertThat(patches()).last()
			.isEqualTo("{\"base\":{\"firstName\":\"Augusta\",\"address\":{\"city\":\"Ockham\"}}}");
		assertThat(stored().base().contacts().phone()).isEqualTo("0207 2");
	}

	@Test
	@DisplayName("takes the change of somebody else when that one is chosen")
	void takesTheirs() {
		this.browser.open(path("/edit")).fill("First name", "Augusta").fill("City", "Ockham").press("Review changes");
		this.customers.patch(this.ada.id(), (patch) -> patch.set(BASE.FIRST_NAME, "Adeline"));
		this.browser.press("Save").check("Theirs", true).press("Save");
		assertThat(patches()).last().isEqualTo("{\"base\":{\"address\":{\"city\":\"Ockham\"}}}");
		assertThat(stored().base().firstName()).isEqualTo("Adeline");
	}

	@Test
	@DisplayName("explains at the field what cannot be read, and keeps it")
	void explains() {
		this.browser.open(path("/edit")).fill("Date of birth", "yesterday").fill("First name", "Augusta");
		this.browser.press("Review changes");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.page().title()).startsWith("Error: ");
		assertThat(this.browser.error("base.dob")).isEqualTo("Enter a day such as 1990-12-31.");
		assertThat(value("base.dob")).isEqualTo("yesterday");
		assertThat(this.browser.page().getElementById("base.dob").attr("type")).isEqualTo("text");
		assertThat(value("base.firstName")).isEqualTo("Augusta");
	}

	@Test
	@DisplayName("tells limits at the field")
	void limits() {
		this.browser.open(path("/edit")).fill("First name", "a".repeat(1001)).press("Review changes");
		assertThat(this.browser.error("base.firstName")).isEqualTo("Enter at most 1,000 characters.");
		this.browser.open(path("/edit")).fill("Extra", "€".repeat(30_000)).press("Review changes").press("Save");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("extra")).contains("65536");
		assertThat(value("extra")).hasSize(30_000);
		assertThat(patches()).isEmpty();
	}

	@Test
	@DisplayName("names who has the e-mail address already, with a link, and keeps what was typed")
	void conflict() {
		Customer grace = this.customers.insert(Customer.builder()
			.base((base) -> base.contacts((contacts) -> contacts.email("grace@example.com")))
			.build());
		this.browser.open(path("/edit")).fill("E-mail", "grace@example.com").press("Review changes").press("Save");
		assertThat(this.browser.status()).isEqualTo(409);
		assertThat(value("base.contacts.email")).isEqualTo("grace@example.com");
		this.browser.follow("Open the existing customer");
		assertThat(this.browser.location()).isEqualTo("/customers/" + grace.id());
	}

	@Test
	@DisplayName("tells at the field what ContactHub refuses")
	void refusal() {
		this.browser.open(path("/edit")).fill("Picture", "no address").press("Review changes").press("Save");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("base.pictureUrl")).isNotEmpty();
		assertThat(value("base.pictureUrl")).isEqualTo("no address");
		this.browser.fill("Picture", "https://example.com/ada.png").press("Review changes").press("Save");
		assertThat(this.browser.text()).contains("The changes are saved.");
	}

	@Test
	@DisplayName("is saved once however often it is sent")
	void savesOnce() throws Exception {
		Browser first = this.browser.open(path("/edit")).fill("First name", "Augusta").press("Review changes");
		Browser second = as("editor");
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(300)));
		Thread other = new Thread(() -> send(first, second));
		Browser third = as("editor");
		other.start();
		send(first, third);
		other.join();
		assertThat(second.location()).isEqualTo(path(""));
		assertThat(third.location()).isEqualTo(path(""));
		assertThat(patches()).hasSize(1);
	}

	@Test
	@DisplayName("is for editors")
	void editorsOnly() {
		Browser reader = as("reader").open(path("/edit"));
		assertThat(reader.status()).isEqualTo(403);
		String csrf = reader.page().select("meta[name=csrf]").attr("content");
		reader.post(path("/edit"), "_csrf", csrf, "base.firstName", "Augusta", "original.base.firstName", "Ada");
		assertThat(reader.status()).isEqualTo(403);
		assertThat(sent(RequestMethod.PATCH, "/.*")).isEmpty();
	}

	@Test
	@DisplayName("does not exist for nobody")
	void notFound() {
		assertThat(this.browser.open("/customers/5d2fa4c1-0000-4000-8000-000000000000/edit").status()).isEqualTo(404);
	}

	private String value(String field) {
		return this.browser.page().getElementById(field).val();
	}

}
