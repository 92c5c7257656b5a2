package io.contacthub.samples.desk.change;

import java.util.List;

/**
 * Inputs that belong together under a heading.
 *
 * @param label the path by which the heading is known, empty for none
 * @param number the number of the element within a list, from one, or zero
 * @param inputs the inputs
 */
record InputGroup(String label, int number, List<Input> inputs) {

	InputGroup(String label, Input... inputs) {
		this(label, 0, List.of(inputs));
	}

}
