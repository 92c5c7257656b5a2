package io.contacthub.samples.desk.failure;

import java.util.List;
import java.util.stream.Stream;

import io.contacthub.samples.desk.AbstractDeskTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for addresses with what no id can be.
 */
@DisplayName("An address with what no id can be")
@ExtendWith(OutputCaptureExtension.class)
class OddIdsTests extends AbstractDeskTests {

	private static final List<String> PAGES = List.of("/customers/%s", "/customers/%s/edit", "/customers/%s/tags",
			"/customers/%s/consents", "/customers/%s/delete", "/customers/%s/jobs/new",
			"/customers/%s/events/new?type=openedTicket", "/customers/1/jobs/%s", "/customers/1/likes/%s/delete",
			"/customers/1/subscriptions/%s/switch", "/segments/%s/delete", "/import/%s", "/import/%s/refused.csv",
			"/shop/products/%s");

	private static final List<String> IDS = List.of("x".repeat(3000), "%20", "%C2%85", "%E2%80%83");

	static Stream<String> addresses() {
		return PAGES.stream().flatMap((page) -> IDS.stream().map((id) -> page.replace("%s", id)));
	}

	@ParameterizedTest
	@MethodSource("addresses")
	@DisplayName("is not found, and no fault of the desk")
	void notFound(String address, CapturedOutput output) {
		this.browser.open(address);
		assertThat(this.browser.status()).isEqualTo(404);
		assertThat(this.browser.text()).contains("There is no such page").doesNotContain("fault");
		assertThat(output).doesNotContain(" ERROR ", "Exception");
	}

	@Test
	@DisplayName("is a part of a page for a script, and is not found either where it is to be changed")
	void others() {
		this.browser.openPart("/customers/" + "x".repeat(3000));
		assertThat(this.browser.status()).isEqualTo(404);
		assertThat(this.browser.response().body()).doesNotContain("<html");
		this.browser.open("/customers");
		String token = this.browser.page().select("meta[name=csrf]").attr("content");
		assertThat(this.browser.post("/customers/" + "x".repeat(3000) + "/tags", "_csrf", token, "add", "vip").status())
			.isEqualTo(404);
	}

}
