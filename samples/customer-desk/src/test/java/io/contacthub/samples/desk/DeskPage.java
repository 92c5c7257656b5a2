package io.contacthub.samples.desk;

import java.util.function.Consumer;

/**
 * State of a page whose layout is looked at.
 *
 * @param name what it is called in reports and pictures
 * @param user who looks at it, or {@code null} for somebody who has not logged in
 * @param way how one gets there
 */
public record DeskPage(String name, String user, Consumer<Visit> way) {

	/**
	 * Page that editors open by its address.
	 */
	static DeskPage of(String name, String path) {
		return new DeskPage(name, "editor", (visit) -> visit.chromium().open(path));
	}

	/**
	 * Page that anybody opens by its address.
	 */
	static DeskPage open(String name, String path) {
		return new DeskPage(name, null, (visit) -> visit.chromium().open(path));
	}

	/**
	 * Page that editors come to by what they do.
	 */
	static DeskPage after(String name, Consumer<Visit> way) {
		return new DeskPage(name, "editor", way);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
