package io.contacthub.samples.desk.change;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.ui.ExtendedModelMap;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.FieldError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link InputForm}.
 */
@DisplayName("A form of inputs")
class InputFormTests {

	private static final ZoneId ZONE = ZoneId.of("Europe/Rome");

	private final Map<String, Object> stored = Map.of("extra", "first\nsecond", "enabled", true, "base",
			Map.of("firstName", "Ada ", "dob", "some day", "contacts", Map.of("email", "nobody", "custom", "kept")));

	@Test
	@DisplayName("changes nothing as long as nothing is typed in, whatever is stored")
	void unchanged() {
		InputForm form = sent(Map.of());
		assertThat(form.changed()).isEmpty();
		assertThat(form.result().getAllErrors()).isEmpty();
		assertThat(form.patch().isEmpty()).isTrue();
	}

	@Test
	@DisplayName("does not take the ends of lines of browsers for a change")
	void endsOfLines() {
		MultiValueMap<String, String> sent = parameters(Map.of());
		sent.set("extra", "first\r\nsecond");
		sent.set("original.extra", "first\r\nsecond");
		assertThat(InputForm.sent(CustomerInputs.ALL, ZONE, sent).changed()).isEmpty();
		sent.set("extra", "first\r\nthird");
		assertThat(InputForm.sent(CustomerInputs.ALL, ZONE, sent).patch().toMap())
			.isEqualTo(Map.of("extra", "first\nthird"));
	}

	@Test
	@DisplayName("does not take for a change how browsers write the same")
	void browsersWriting() {
		MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
		sent.set("original.createdTime", "2026-01-01T12:00:30.500");
		sent.set("createdTime", "2026-01-01T12:00:30.5");
		sent.set("original.name", "Ada ");
		sent.set("name", "Ada");
		assertThat(InputForm.sent(ItemList.named("likes").groups(), ZONE, sent).changed()).isEmpty();
	}

	@Test
	@DisplayName("gives what was changed as a patch, trimmed, with what was emptied cleared")
	void patch() {
		InputForm form = sent(Map.of("base.lastName", " Lovelace ", "base.contacts.email", "", "enabled", "false",
				"base.dob", "1815-12-10"));
		Map<String, Object> contacts = new HashMap<>();
		contacts.put("email", null);
		assertThat(form.patch().toMap()).isEqualTo(Map.of("enabled", false, "base",
				Map.of("lastName", "Lovelace", "dob", "1815-12-10", "contacts", contacts)));
	}

	@Test
	@DisplayName("tells at each field that was changed what cannot be taken")
	void errors() {
		InputForm form = sent(Map.of("base.dob", "yesterday", "base.contacts.email", "ada at home", "base.firstName",
				"a".repeat(1001)));
		assertThat(form.result().getFieldErrors()).extracting(FieldError::getField, FieldError::getCode)
			.containsExactlyInAnyOrder(tuple("base.dob", "change.error.DAY"),
					tuple("base.contacts.email", "change.error.EMAIL"), tuple("base.firstName", "change.error.long"));
		assertThat(form.result().getFieldValue("base.dob")).isEqualTo("yesterday");
	}

	@Test
	@DisplayName("collides with another change of the same field, and keeps both")
	void collides() {
		InputForm form = sent(Map.of("base.firstName", "Augusta", "base.lastName", "King"));
		Map<String, Object> theirs = Map.of("base", Map.of("firstName", "Adeline", "middleName", "A."));
		assertThatExceptionOfType(ConcurrentChangeException.class).isThrownBy(() -> form.refuseCollisions(theirs))
			.satisfies((ex) -> {
				ExtendedModelMap model = new ExtendedModelMap();
				ex.show(model);
				assertThat(model.get("collided")).isEqualTo(List.of("base.firstName"));
				assertThat(model.get("form")).asInstanceOf(InstanceOfAssertFactories.MAP)
					.containsEntry("base.firstName", "Augusta")
					.containsEntry("base.lastName", "King")
					.containsEntry("base.middleName", "A.");
				assertThat(model.get("original")).asInstanceOf(InstanceOfAssertFactories.MAP)
					.containsEntry("base.firstName", "Adeline")
					.containsEntry("base.lastName", "")
					.containsEntry("base.middleName", "A.");
			});
	}

	@Test
	@DisplayName("does not collide with changes of other fields, nor with the same change")
	void merges() {
		InputForm form = sent(Map.of("base.lastName", "King"));
		assertThatNoException().isThrownBy(
				() -> form.refuseCollisions(Map.of("base", Map.of("firstName", "Adeline", "lastName", "King"))));
	}

	@Test
	@DisplayName("changes a document and leaves what it has no input for")
	void appliesToDocument() {
		InputForm form = sent(Map.of("base.contacts.email", "", "base.address.city", "London"));
		Map<String, Object> document = new LinkedHashMap<>(Map.of("base", new LinkedHashMap<>(
				Map.of("contacts", new LinkedHashMap<>(Map.of("email", "nobody", "custom", "kept")), "own", 1))));
		form.applyTo(document);
		assertThat(document).isEqualTo(Map.of("base",
				Map.of("contacts", Map.of("custom", "kept"), "own", 1, "address", Map.of("city", "London"))));
	}

	@Test
	@DisplayName("takes a switch that was not sent for off only if it was on")
	void switches() {
		String email = "consents.marketing.automatic.email.status";
		String sms = "consents.marketing.automatic.sms.status";
		LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
		sent.set("original." + email, "true");
		InputForm form = InputForm.sent(ConsentInputs.ALL, ZONE, sent);
		assertThat(form.patch().toMap()).isEqualTo(
				Map.of("consents", Map.of("marketing", Map.of("automatic", Map.of("email", Map.of("status", false))))));
		sent.set(email, "true");
		sent.set("original." + sms, "false");
		assertThat(InputForm.sent(ConsentInputs.ALL, ZONE, sent).changed()).isEmpty();
	}

	private InputForm sent(Map<String, String> typed) {
		return InputForm.sent(CustomerInputs.ALL, ZONE, parameters(typed));
	}

	private MultiValueMap<String, String> parameters(Map<String, String> typed) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		ExtendedModelMap model = new ExtendedModelMap();
		InputForm.open(CustomerInputs.ALL, ZONE, this.stored).show(model);
		((Map<?, ?>) model.get("form")).forEach((name, text) -> {
			parameters.set((String) name, (String) text);
			parameters.set("original." + name, (String) text);
		});
		typed.forEach(parameters::set);
		return parameters;
	}

}
