package io.contacthub.samples.desk.find;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The form that saves a filter.
 *
 * @param name the name under which it is saved
 */
record SavedFilterForm(@NotBlank(message = "{form.missing}") @Size(max = 100, message = "{form.tooLong}") String name) {

	static SavedFilterForm empty() {
		return new SavedFilterForm(null);
	}

}
