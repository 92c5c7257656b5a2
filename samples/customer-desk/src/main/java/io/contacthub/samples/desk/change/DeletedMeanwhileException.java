package io.contacthub.samples.desk.change;

import org.springframework.ui.Model;

/**
 * Exception thrown when what a form changes was deleted after the form was opened.
 */
final class DeletedMeanwhileException extends RuntimeException {

	private final transient InputForm form;

	/**
	 * Create the exception.
	 * @param form the form, as it was sent
	 * @param cause the failure
	 */
	DeletedMeanwhileException(InputForm form, Throwable cause) {
		super("What the form changes is not there any more", cause);
		this.form = form;
	}

	/**
	 * Have the model show what was typed, which would be lost otherwise.
	 */
	void show(Model model) {
		this.form.show(model);
		model.addAttribute("changes", this.form.changed());
	}

}
