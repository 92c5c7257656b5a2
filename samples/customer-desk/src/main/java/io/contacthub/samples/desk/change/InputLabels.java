package io.contacthub.samples.desk.change;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.contacthub.event.EventContext;
import io.contacthub.json.OpenValue;
import io.contacthub.samples.desk.form.Option;
import io.contacthub.samples.desk.layout.Labels;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Words for inputs and for what can be chosen at them, in the language of the reader.
 */
@Component
public class InputLabels {

	private static final List<String> ZONES = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((zone) -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
		.sorted()
		.toList();

	private static final String GENDER = "change.gender.";

	private final Labels labels;

	private final MessageSource messages;

	private final LanguageNames languages = new LanguageNames();

	InputLabels(Labels labels, MessageSource messages) {
		this.labels = labels;
		this.messages = messages;
	}

	/**
	 * Return the names of all countries.
	 * @return the names, in the alphabet of the reader
	 */
	public List<String> countries() {
		return this.languages.countries();
	}

	/**
	 * Return the label of an input.
	 * @param input the input
	 * @return the label
	 */
	public String of(Input input) {
		if (input.label().startsWith("consents.")) {
			return consent(input);
		}
		if (input.isProperty()) {
			return this.labels.property(input.label());
		}
		String words = word("change.input." + input.name());
		return (words != null) ? words : this.labels.member(input.label());
	}

	/**
	 * Return the heading of a group.
	 * @param group the group
	 * @return the heading
	 */
	public String heading(InputGroup group) {
		String words = word("change.group." + group.label());
		String heading = (words != null) ? words : this.labels.property(group.label());
		return (group.number() > 0) ? heading + " " + group.number() : heading;
	}

	/**
	 * Return what helps to fill in an input.
	 * @param input the input
	 * @return the help, or {@code null} when there is none
	 */
	public String help(Input input) {
		String help = word("change.help." + input.name());
		return (help != null) ? help : word("change.help." + input.type());
	}

	/**
	 * Return what can be chosen at an input, the present text included whatever it is.
	 * @param input the input
	 * @param present the present text
	 * @return the options, with one for nothing
	 */
	public List<Option> options(Input input, String present) {
		List<Option> options = new ArrayList<>();
		options.add(new Option("", word("change.option.none")));
		switch (input.type()) {
			case YES_NO -> List.of("true", "false").forEach((value) -> options.add(new Option(value, answer(value))));
			case GENDER -> List.of("F", "M").forEach((value) -> options.add(new Option(value, word(GENDER + value))));
			case LANGUAGE -> options.addAll(this.languages.languages());
			case ZONE -> ZONES.forEach((zone) -> options.add(new Option(zone, zone)));
			default -> input.options().forEach((value) -> options.add(new Option(value.value(), label(value))));
		}
		if (options.stream().noneMatch((option) -> option.value().equals(present))) {
			options.add(new Option(present, present));
		}
		return options;
	}

	/**
	 * Return the text of an input as people read it.
	 * @param input the input
	 * @param text the text
	 * @return the words
	 */
	public String shown(Input input, String text) {
		return switch (input.type()) {
			case YES_NO, SWITCH -> text.isEmpty() ? text : answer(text);
			case CHOICE, GENDER,
					LANGUAGE ->
				options(input, text).stream()
					.filter((option) -> option.value().equals(text))
					.map((option) -> text.isEmpty() ? "" : option.label())
					.findFirst()
					.orElse(text);
			case TIME -> text.replace('T', ' ');
			default -> text;
		};
	}

	/**
	 * Return the labels of all inputs of a form.
	 * @param groups the groups of the form
	 * @return the labels by the names of the inputs
	 */
	public Map<String, String> all(List<InputGroup> groups) {
		return groups.stream()
			.flatMap((group) -> group.inputs().stream())
			.collect(Collectors.toMap(Input::name, this::of));
	}

	private String consent(Input input) {
		String consent = this.labels.consent(input.label());
		String part = word("change.consent." + input.label().substring(input.label().lastIndexOf('.') + 1));
		return (part != null) ? consent + ", " + part : consent;
	}

	private String label(OpenValue value) {
		return (value instanceof EventContext context) ? this.labels.eventContext(context) : this.labels.value(value);
	}

	private String answer(String text) {
		return word(text.equals("true") ? "change.option.yes" : "change.option.no");
	}

	private String word(String code) {
		return this.messages.getMessage(code, null, null, LocaleContextHolder.getLocale());
	}

}
