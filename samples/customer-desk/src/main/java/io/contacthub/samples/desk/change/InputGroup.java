package io.contacthub.samples.desk.change;

import java.util.List;
import java.util.Map;

import org.thymeleaf.spring6.util.DetailedError;

/**
 * Inputs that belong together under a heading.
 *
 * @param label the path by which the heading is known, empty for none
 * @param number the number of the element within a list, from one, or zero
 * @param folded whether it is folded as long as there is nothing in it
 * @param inputs the inputs
 */
record InputGroup(String label, int number, boolean folded, List<Input> inputs) {

	InputGroup(String label, Input... inputs) {
		this(label, 0, false, List.of(inputs));
	}

	InputGroup(String label, int number, List<Input> inputs) {
		this(label, number, false, inputs);
	}

	/**
	 * Return the same group, folded.
	 */
	InputGroup fold() {
		return new InputGroup(this.label, this.number, true, this.inputs);
	}

	/**
	 * Return what tells the group from the others of a form.
	 * @return the label, with the number of an element of a list
	 */
	public String id() {
		return (this.number > 0) ? this.label + "-" + this.number : this.label;
	}

	/**
	 * Return whether there is an input that suggests countries.
	 * @return whether it needs the list of them
	 */
	public boolean suggestsCountries() {
		return this.inputs.stream().anyMatch((input) -> input.type() == InputType.COUNTRY);
	}

	/**
	 * Return whether the group is open.
	 * @param texts what is in the inputs of the form, by their names
	 * @param errors the errors of the form
	 * @return whether there is anything in it, or wrong with it
	 */
	public boolean isOpen(Map<String, String> texts, List<DetailedError> errors) {
		return this.inputs.stream()
			.map(Input::name)
			.anyMatch((name) -> !texts.getOrDefault(name, "").isEmpty()
					|| errors.stream().anyMatch((error) -> name.equals(error.getFieldName())));
	}

}
