package io.contacthub.samples.desk.change;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.contacthub.customer.Job;
import io.contacthub.customer.Like;
import io.contacthub.customer.Preference;
import io.contacthub.customer.SchoolType;
import io.contacthub.customer.Subscription;
import io.contacthub.samples.desk.Browser;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link ItemController} and {@link SwitchController}.
 */
@DisplayName("The lists of a customer")
class ItemTests extends AbstractChangeTests {

	@Test
	@DisplayName("get an element that is added")
	void adds() {
		this.browser.open(path("/jobs/new")).fill("Company", "Engines").fill("From", "1842-01-01").press("Save");
		assertThat(this.browser.text()).contains("The changes are saved.");
		assertThat(stored().base().jobs()).singleElement().satisfies((job) -> {
			assertThat(job.id()).isNotBlank();
			assertThat(job.companyName()).isEqualTo("Engines");
			assertThat(job.startDate()).hasToString("1842-01-01");
			assertThat(job.jobTitle()).isNull();
		});
	}

	@Test
	@DisplayName("take choices, numbers and times")
	void types() {
		this.browser.open(path("/educations/new"))
			.fill("School", "Home")
			.fill("Kind of school", "COLLEGE")
			.fill("From year", "1830")
			.fill("Still there", "false")
			.press("Save");
		assertThat(stored().base().educations()).singleElement().satisfies((education) -> {
			assertThat(education.schoolType()).isEqualTo(SchoolType.COLLEGE);
			assertThat(education.startYear()).isEqualTo(1830);
			assertThat(education.isCurrent()).isFalse();
		});
		this.browser.open(path("/likes/new")).fill("Name", "Music").fill("Since", "1842-07-01T12:00").press("Save");
		assertThat(stored().base().likes()).singleElement()
			.extracting(Like::createdTime)
			.isEqualTo(Instant.parse("1842-07-01T12:00:00Z"));
	}

	@Test
	@DisplayName("get a subscription under the id that was typed in, once")
	void namesSubscription() {
		this.browser.open(path("/subscriptions/new")).fill("Id", "news").fill("Name", "Newsletter").press("Save");
		assertThat(this.customers.subscriptions(this.ada.id()).getById("news"))
			.returns("Newsletter", Subscription::name)
			.returns(true, Subscription::subscribed)
			.extracting(Subscription::startDate, InstanceOfAssertFactories.INSTANT)
			.isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
		this.browser.open(path("/subscriptions/new")).fill("Id", "news").fill("Name", "Another one").press("Save");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("id")).isNotEmpty();
	}

	@Test
	@DisplayName("get a subscription that is not one yet, with a form that asks for little")
	void addsUnsubscribed() {
		this.browser.open(path("/subscriptions/new"));
		assertThat(this.browser.heading()).isEqualTo("Add a subscription · Ada Lovelace");
		assertThat(this.browser.page().select("fieldset input:not([type=hidden])").eachAttr("id"))
			.containsExactly("name", "subscribed");
		assertThat(this.browser.page().select("details[open]")).isEmpty();
		this.browser.fill("Name", "Later").check("Subscribed", false).press("Save");
		assertThat(stored().base().subscriptions()).singleElement()
			.returns(false, Subscription::subscribed)
			.returns(null, Subscription::startDate);
	}

	@Test
	@DisplayName("ask for what an element is called")
	void requires() {
		this.browser.open(path("/educations/new")).fill("From year", "soon").press("Save");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("schoolName")).isNotEmpty();
		assertThat(this.browser.error("startYear")).isEqualTo("Enter a whole number such as 2024.");
	}

	@Test
	@DisplayName("get an element that is changed, with what the form does not know")
	void changes() {
		this.customers.subscriptions(this.ada.id())
			.insert(Subscription.builder()
				.id("news")
				.name("Newsletter")
				.preferences(List.of(Preference.builder().key("frequency").value("weekly").build()))
				.build());
		this.browser.open(path("/subscriptions/news")).fill("Name", "Weekly news").press("Save");
		Subscription stored = this.customers.subscriptions(this.ada.id()).getById("news");
		assertThat(stored.name()).isEqualTo("Weekly news");
		assertThat(stored.preferences()).singleElement().extracting(Preference::value).isEqualTo("weekly");
	}

	@Test
	@DisplayName("keep members of an element that nobody knows")
	void keepsUnknown() {
		addJob();
		this.emulator.wireMock()
			.register(get(urlPathMatching(".*/jobs/1"))
				.willReturn(WireMock.okJson("{\"id\":\"1\",\"remote\":{\"days\":2},\"companyName\":\"Engines\"}")));
		this.browser.open(path("/jobs/1")).fill("Position", "Analyst").press("Save");
		assertThat(sent(RequestMethod.PUT, "/.*/jobs/1")).singleElement()
			.asString()
			.contains("\"remote\":{\"days\":2}", "\"jobTitle\":\"Analyst\"", "\"companyName\":\"Engines\"");
	}

	@Test
	@DisplayName("are sent nothing when an element was not changed")
	void sendsNothing() {
		addJob();
		this.browser.open(path("/jobs/1")).press("Save");
		assertThat(this.browser.text()).contains("Nothing was changed");
		assertThat(sent(RequestMethod.PUT, "/.*")).isEmpty();
	}

	@Test
	@DisplayName("show both changes of an element that two people change")
	void collides() {
		addJob();
		this.browser.open(path("/jobs/1")).fill("Company", "Difference Engines");
		this.customers.jobs(this.ada.id()).replace(Job.builder().id("1").companyName("Looms").build());
		this.browser.press("Save");
		assertThat(this.browser.status()).isEqualTo(409);
		assertThat(this.browser.page().select("fieldset").text()).contains("Difference Engines", "Looms");
		this.browser.press("Save");
		assertThat(this.customers.jobs(this.ada.id()).getById("1").companyName()).isEqualTo("Difference Engines");
	}

	@Test
	@DisplayName("lose an element that is removed, after a question")
	void removes() {
		addJob();
		this.browser.open(path("/jobs/1")).follow("Remove");
		assertThat(this.browser.text()).contains("Remove the job at “Engines”?");
		assertThat(stored().base().jobs()).hasSize(1);
		this.browser.press("Remove");
		assertThat(this.browser.text()).contains("It was removed.");
		assertThat(stored().base().jobs()).isEmpty();
	}

	@Test
	@DisplayName("have subscriptions that are switched on and off")
	void switches() {
		this.customers.subscriptions(this.ada.id())
			.insert(Subscription.builder().id("news").name("Newsletter").subscribed(false).build());
		this.browser.open(path("/consents")).press("Newsletter");
		assertThat(this.browser.text()).contains("Subscribed to “Newsletter”.");
		assertThat(subscribed()).isTrue();
		assertThat(this.browser.page().select("[role=switch][aria-label=Newsletter]").attr("aria-checked"))
			.isEqualTo("true");
		this.browser.press("Newsletter");
		assertThat(subscribed()).isFalse();
	}

	@Test
	@DisplayName("keep what one changes of a subscription while another one switches it")
	void switchesInTurns() {
		this.customers.subscriptions(this.ada.id())
			.insert(Subscription.builder().id("news").name("Newsletter").subscribed(false).build());
		Browser other = as("editor").open(path("/subscriptions/news")).fill("Name", "Weekly news");
		this.browser.open(path("/consents"));
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(200)));
		CompletableFuture<Integer> saved = CompletableFuture.supplyAsync(() -> other.press("Save").status());
		this.browser.press("Newsletter");
		assertThat(saved.join()).isEqualTo(200);
		assertThat(sent(RequestMethod.PUT, "/.*/subscriptions/news")).hasSize(2);
		assertThat(this.customers.subscriptions(this.ada.id()).getById("news"))
			.returns("Weekly news", Subscription::name)
			.returns(true, Subscription::subscribed);
	}

	@Test
	@DisplayName("lead back to the customer when somebody else has deleted an element")
	void tellsDeletion() {
		addJob();
		this.browser.open(path("/jobs/1")).fill("Company", "Difference Engines");
		this.customers.jobs(this.ada.id()).deleteById("1");
		this.browser.press("Save");
		assertThat(this.browser.status()).isEqualTo(404);
		assertThat(this.browser.heading()).isEqualTo("Deleted meanwhile");
		assertThat(this.browser.page().select("main dl").text()).isEqualTo("Company Difference Engines");
		assertThat(this.browser.page().select("main a").eachText()).containsExactly("Back to the customer");
		this.browser.follow("Back to the customer");
		assertThat(this.browser.location()).isEqualTo(path(""));
		assertThat(this.browser.status()).isEqualTo(200);
	}

	@Test
	@DisplayName("lead back to the customer when somebody else has deleted a subscription that is switched")
	void tellsDeletedSubscription() {
		this.customers.subscriptions(this.ada.id())
			.insert(Subscription.builder().id("news").name("Newsletter").subscribed(false).build());
		this.browser.open(path("/consents"));
		this.customers.subscriptions(this.ada.id()).deleteById("news");
		this.browser.press("Newsletter");
		assertThat(this.browser.status()).isEqualTo(404);
		assertThat(this.browser.heading()).isEqualTo("Deleted meanwhile");
		assertThat(this.browser.page().select("main a").attr("href")).isEqualTo(path(""));
	}

	@Test
	@DisplayName("have no element that is not there")
	void notFound() {
		assertThat(this.browser.open(path("/jobs/none")).status()).isEqualTo(404);
	}

	private boolean subscribed() {
		return this.customers.subscriptions(this.ada.id()).getById("news").subscribed();
	}

	private void addJob() {
		this.customers.jobs(this.ada.id()).insert(Job.builder().id("1").companyName("Engines").build());
	}

}
