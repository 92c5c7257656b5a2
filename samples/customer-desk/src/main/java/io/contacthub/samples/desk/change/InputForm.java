package io.contacthub.samples.desk.change;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.contacthub.customer.CustomerPatch;
import io.contacthub.json.JsonObject;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/**
 * A form with the texts that are typed in and those that were there when it was opened.
 * What was not changed is not looked at, so that a value that ContactHub has and this
 * form would not take stays as it is.
 */
final class InputForm {

	private static final String ORIGINAL = "original.";

	private final List<InputGroup> groups;

	private final Map<String, String> values = new LinkedHashMap<>();

	private final Map<String, String> original = new LinkedHashMap<>();

	private final ZoneId zone;

	private final BindingResult result = new MapBindingResult(this.values, "form");

	private InputForm(List<InputGroup> groups, ZoneId zone) {
		this.groups = groups;
		this.zone = zone;
	}

	/**
	 * Return a form as it is opened.
	 * @param document what is to be changed, as the library writes it
	 */
	static InputForm open(List<InputGroup> groups, ZoneId zone, Map<String, Object> document) {
		InputForm form = new InputForm(groups, zone);
		JsonObject stored = JsonObject.copyOf(document);
		form.inputs().forEach((input) -> {
			String text = form.stored(input, stored);
			form.values.put(input.name(), text);
			form.original.put(input.name(), text);
		});
		return form;
	}

	/**
	 * Return a form for something that is not there yet, with what is mostly meant.
	 * @param suggested what is filled in, which is sent as if it were typed
	 */
	static InputForm fresh(List<InputGroup> groups, ZoneId zone, Map<String, Object> suggested) {
		InputForm form = open(groups, zone, suggested);
		form.original.replaceAll((name, text) -> "");
		return form;
	}

	/**
	 * Return a form with a button and nothing to fill in.
	 */
	static InputForm none() {
		return new InputForm(List.of(), ZoneOffset.UTC);
	}

	/**
	 * Return a form as it was sent, with what cannot be taken told at its field.
	 */
	static InputForm sent(List<InputGroup> groups, ZoneId zone, MultiValueMap<String, String> parameters) {
		InputForm form = new InputForm(groups, zone);
		form.inputs().forEach((input) -> {
			String original = text(parameters, ORIGINAL + input.name());
			form.original.put(input.name(), original);
			form.values.put(input.name(), input.sent(text(parameters, input.name()), original, zone));
		});
		form.changed().forEach((input) -> input.check(form.value(input), zone, form.result));
		return form;
	}

	private static String text(MultiValueMap<String, String> parameters, String name) {
		return lines(Objects.requireNonNullElse(parameters.getFirst(name), ""));
	}

	private String stored(Input input, JsonObject document) {
		return lines(input.show(document.at(input.names()), this.zone));
	}

	private static String lines(String text) {
		// browsers send all ends of lines in one form
		return text.replaceAll("\\R", "\n");
	}

	private List<Input> inputs() {
		return this.groups.stream().flatMap((group) -> group.inputs().stream()).toList();
	}

	/**
	 * Tell at a field that it must not be empty.
	 */
	InputForm require(String... names) {
		Arrays.stream(names)
			.filter((name) -> this.values.get(name).isEmpty())
			.forEach((name) -> this.result.rejectValue(name, "form.missing"));
		return this;
	}

	/**
	 * Tell at a field that not all of the form must be empty.
	 */
	InputForm requireOne(String name, String code) {
		if (this.values.values().stream().allMatch(String::isEmpty)) {
			this.result.rejectValue(name, code);
		}
		return this;
	}

	/**
	 * Return the inputs whose text was changed.
	 */
	List<Input> changed() {
		return inputs().stream().filter((input) -> !value(input).equals(original(input))).toList();
	}

	/**
	 * Return the text of an input.
	 */
	String text(String name) {
		return this.values.get(name);
	}

	/**
	 * Return the text that an input had when the form was opened.
	 */
	String originalText(String name) {
		return this.original.get(name);
	}

	private String value(Input input) {
		return this.values.get(input.name());
	}

	private String original(Input input) {
		return this.original.get(input.name());
	}

	private Object read(Input input) {
		return input.read(value(input), this.zone);
	}

	/**
	 * Return what was changed, for a customer.
	 */
	CustomerPatch patch() {
		CustomerPatch.Builder patch = CustomerPatch.builder();
		changed().forEach((input) -> patch.setOrClear(input.name(), read(input)));
		return patch.build();
	}

	/**
	 * Change a document as it was changed in this form.
	 * @param document the document, with maps that can be changed at every level
	 */
	@SuppressWarnings("unchecked")
	void applyTo(Map<String, Object> document) {
		changed().forEach((input) -> {
			Map<String, Object> parent = document;
			String[] names = input.names();
			for (String name : Arrays.copyOf(names, names.length - 1)) {
				parent = (Map<String, Object>) parent.computeIfAbsent(name, (key) -> new LinkedHashMap<>());
			}
			String last = names[names.length - 1];
			Object value = read(input);
			if (value != null) {
				parent.put(last, value);
			}
			else {
				parent.remove(last);
			}
		});
	}

	/**
	 * Refuse to go on when somebody else has changed the same otherwise since this form
	 * was opened.
	 * @param document what is to be changed, as it is stored now
	 * @throws ConcurrentChangeException if somebody has
	 */
	void refuseCollisions(Map<String, Object> document) {
		JsonObject stored = JsonObject.copyOf(document);
		List<Collision> collisions = changed().stream()
			.map((input) -> new Collision(input, value(input), stored(input, stored)))
			.filter((collision) -> !collision.theirs().equals(original(collision.input()))
					&& !collision.theirs().equals(collision.yours()))
			.toList();
		if (!collisions.isEmpty()) {
			InputForm reopened = open(this.groups, this.zone, document);
			changed().forEach((input) -> reopened.values.put(input.name(), value(input)));
			throw new ConcurrentChangeException(reopened, collisions);
		}
	}

	BindingResult result() {
		return this.result;
	}

	/**
	 * Have the model show this form.
	 */
	void show(Model model) {
		model.addAttribute("form", this.values);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", this.result);
		model.addAttribute("groups", this.groups);
		model.addAttribute("original", this.original);
	}

}
