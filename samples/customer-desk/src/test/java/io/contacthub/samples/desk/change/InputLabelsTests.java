package io.contacthub.samples.desk.change;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InputLabels}.
 */
@DisplayName("The words of inputs")
class InputLabelsTests extends AbstractChangeTests {

	@Autowired
	private InputLabels labels;

	@Autowired
	private MessageSource messages;

	@AfterEach
	void forgetLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	@DisplayName("are there for each input and each group, and no names of members made readable")
	void complete() {
		assertThat(groups().flatMap((group) -> group.inputs().stream())
			.filter((input) -> input.type() != InputType.SWITCH)
			.filter((input) -> isMissing(input.isProperty() ? "property." + input.label() : "label." + input.label()))
			.filter((input) -> isMissing("change.input." + input.name()))
			.map(Input::name)
			.distinct()).isEmpty();
		assertThat(groups().filter((group) -> isMissing("change.group." + group.label()))
			.filter((group) -> isMissing("property." + group.label()))
			.map(InputGroup::label)
			.distinct()).isEmpty();
	}

	@Test
	@DisplayName("are those of the reader's language, and so are the values that can be chosen")
	void languages() {
		LocaleContextHolder.setLocale(Locale.GERMAN);
		Input context = EventInputs.of(EventInputs.TYPES.get(0), 0).get(0).inputs().get(0);
		assertThat(this.labels.of(context)).isEqualTo("Kontext");
		assertThat(this.labels.options(context, "")).extracting("value").startsWith("").contains("WEB");
		Input consent = ConsentInputs.ALL.get(0).inputs().get(1);
		assertThat(this.labels.of(consent)).endsWith(", eingeschränkt");
		assertThat(this.labels.shown(consent, "true")).isEqualTo("Ja");
	}

	@Test
	@DisplayName("have a choice for a value that nobody knows")
	void unknownValue() {
		Input context = EventInputs.of(EventInputs.TYPES.get(0), 0).get(0).inputs().get(0);
		assertThat(this.labels.options(context, "SPACE")).extracting("value").contains("SPACE");
		assertThat(this.labels.shown(context, "SPACE")).isEqualTo("SPACE");
	}

	private boolean isMissing(String code) {
		return this.messages.getMessage(code, null, null, Locale.ITALIAN) == null;
	}

	private static Stream<InputGroup> groups() {
		Stream<InputGroup> events = EventInputs.TYPES.stream().flatMap((type) -> EventInputs.of(type, 1).stream());
		Stream<InputGroup> items = Stream.of("jobs", "educations", "likes", "subscriptions")
			.flatMap((list) -> ItemList.named(list).newGroups().stream())
			.map((group) -> new InputGroup("properties", 0, group.inputs()));
		return Stream
			.of(CustomerInputs.ALL.stream(), CustomerInputs.NEW.stream(), ConsentInputs.ALL.stream(), events, items)
			.flatMap((groups) -> groups);
	}

}
