package io.contacthub.samples.desk.change;

import io.contacthub.samples.desk.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TagController}.
 */
@DisplayName("The tags of a customer")
class TagTests extends AbstractChangeTests {

	@Test
	@DisplayName("get one more on the page of the customer")
	void adds() {
		this.browser.open(path("")).fill("New tag", " vip ").press("Add tag");
		assertThat(this.browser.location()).isEqualTo(path(""));
		assertThat(this.browser.text()).contains("The tag “vip” was added.");
		assertThat(this.browser.page().select("#tags .chip").eachText()).containsExactly("newsletter ×", "vip ×");
		assertThat(patches()).containsExactly("{\"tags\":{\"manual\":[\"newsletter\",\"vip\"]}}");
	}

	@Test
	@DisplayName("lose one by its cross")
	void removes() {
		this.browser.open(path("")).press("Remove the tag newsletter");
		assertThat(this.browser.text()).contains("The tag “newsletter” was removed.");
		assertThat(stored().tags().manual()).isEmpty();
	}

	@Test
	@DisplayName("are as wanted when somebody else was faster")
	void removedAlready() {
		this.browser.open(path(""));
		this.customers.removeTag(this.ada.id(), "newsletter");
		this.browser.press("Remove the tag newsletter");
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.text()).contains("The tag “newsletter” was removed.");
	}

	@Test
	@DisplayName("take no tag without letters, and none that is too long")
	void refuses() {
		this.browser.open(path("")).fill("New tag", " ").press("Add tag");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("add")).isNotEmpty();
		assertThat(this.browser.page().select("#errors li").text()).startsWith("Tags: ");
		this.browser.fill("Tag", "t".repeat(101)).press("Add tag");
		assertThat(this.browser.error("add")).isEqualTo("Enter at most 100 characters.");
		this.browser.fill("Tag", "vip").press("Add tag");
		assertThat(stored().tags().manual()).containsExactly("newsletter", "vip");
	}

	@Test
	@DisplayName("are shown to readers without a way to change them")
	void readers() {
		Browser reader = as("reader").open(path(""));
		assertThat(reader.page().select("#tags").text()).contains("newsletter").doesNotContain("×");
		assertThat(reader.page().select("#tags form")).isEmpty();
	}

}
