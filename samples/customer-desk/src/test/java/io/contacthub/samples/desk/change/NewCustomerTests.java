package io.contacthub.samples.desk.change;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.contacthub.samples.desk.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.contacthub.customer.CustomerFields.BASE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NewCustomerController} and {@link DeleteController}.
 */
@DisplayName("A customer")
class NewCustomerTests extends AbstractChangeTests {

	@Test
	@DisplayName("is added with what was typed in")
	void adds() {
		this.browser.open("/customers/new")
			.fill("First name", "Grace")
			.fill("Last name", "Hopper")
			.fill("E-mail", "grace@example.com")
			.fill("Date of birth", "1906-12-09")
			.press("Add customer");
		assertThat(this.browser.heading()).contains("Grace Hopper");
		assertThat(this.browser.text()).contains("Grace Hopper was added.");
		assertThat(sent(RequestMethod.POST, "")).last()
			.asString()
			.contains("\"base\":{\"firstName\":\"Grace\",\"lastName\":\"Hopper\",\"dob\":\"1906-12-09\","
					+ "\"contacts\":{\"email\":\"grace@example.com\"}}");
	}

	@Test
	@DisplayName("that is there already is named with a link, and the input stays")
	void conflict() {
		this.browser.open("/customers/new").fill("First name", "Augusta").fill("E-mail", "ada.lovelace@example.com");
		this.browser.press("Add customer");
		assertThat(this.browser.status()).isEqualTo(409);
		assertThat(this.browser.page().getElementById("base.firstName").val()).isEqualTo("Augusta");
		this.browser.follow("Open the existing customer");
		assertThat(this.browser.location()).isEqualTo(path(""));
	}

	@Test
	@DisplayName("must be told by something")
	void nobody() {
		this.browser.open("/customers/new").press("Add customer");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("base.firstName")).startsWith("Enter something that tells the customer");
	}

	@Test
	@DisplayName("is added once however often the form is sent")
	void addsOnce() {
		this.browser.open("/customers/new").fill("First name", "Grace");
		Browser second = as("editor");
		send(this.browser, second);
		Browser third = as("editor");
		send(this.browser, third);
		assertThat(third.location()).isEqualTo(second.location()).startsWith("/customers/");
		assertThat(sent(RequestMethod.POST, "").stream().filter((body) -> body.contains("Grace"))).hasSize(1);
	}

	@Test
	@DisplayName("is deleted only when the name is typed in")
	void deletes() {
		this.browser.open(path("/delete"));
		assertThat(this.browser.heading()).isEqualTo("Delete Ada Lovelace?");
		this.browser.fill("To go on", "Ada").press("Delete");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("typed")).isEqualTo("This is not the name of the customer.");
		assertThat(this.customers.existsById(this.ada.id())).isTrue();
		this.browser.fill("To go on", "ada  lovelace").press("Delete");
		assertThat(this.browser.text()).contains("Ada Lovelace was deleted.");
		assertThat(this.customers.existsById(this.ada.id())).isFalse();
	}

	@Test
	@DisplayName("that was renamed meanwhile is not deleted by its old name")
	void renamed() {
		this.browser.open(path("/delete")).fill("To go on", "Ada Lovelace");
		this.customers.patch(this.ada.id(), (patch) -> patch.set(BASE.LAST_NAME, "King"));
		this.browser.press("Delete");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.heading()).isEqualTo("Delete Ada King?");
		assertThat(this.browser.error("typed")).isEqualTo("This is not the name of the customer.");
		assertThat(this.customers.existsById(this.ada.id())).isTrue();
		this.browser.fill("To go on", "Ada King").press("Delete");
		assertThat(this.browser.text()).contains("Ada King was deleted.");
	}

	@Test
	@DisplayName("with a hostile name is shown as text")
	void escapes() {
		this.browser.open("/customers/new").fill("First name", "<script>alert(1)</script>").press("Add customer");
		assertThat(this.browser.page().select("main script")).isEmpty();
		this.browser.open(this.browser.location() + "/delete");
		assertThat(this.browser.heading()).contains("<script>alert(1)</script>");
	}

}
