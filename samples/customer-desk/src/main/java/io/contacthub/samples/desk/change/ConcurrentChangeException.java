package io.contacthub.samples.desk.change;

import java.util.List;

import org.springframework.ui.Model;

/**
 * Exception thrown when two people change the same member at the same time.
 */
final class ConcurrentChangeException extends RuntimeException {

	private final transient InputForm form;

	private final transient List<Collision> collisions;

	/**
	 * Create the exception.
	 * @param form the form as if it were opened now, with the changes of the second one
	 * @param collisions what both have changed
	 */
	ConcurrentChangeException(InputForm form, List<Collision> collisions) {
		super("Somebody else has changed the same meanwhile");
		this.form = form;
		this.collisions = collisions;
	}

	/**
	 * Have the model show both changes.
	 */
	void show(Model model) {
		this.form.show(model);
		model.addAttribute("collisions", this.collisions);
		model.addAttribute("collided", this.collisions.stream().map((collision) -> collision.input().name()).toList());
	}

}
