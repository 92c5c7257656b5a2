package io.contacthub.samples.desk.customer;

import java.util.List;
import java.util.Set;

/**
 * Part of the page of a customer that tells of one matter.
 *
 * @param id the HTML id of the part, which is a part of the key of its heading, too
 * @param details what is known
 * @param items what there is several of
 * @param change the page that changes it or adds to it, below that of the customer;
 * {@code null} when there is none
 */
record Card(String id, List<Detail> details, List<Item> items, String change) {

	private static final Set<String> TELLING = Set.of("contact", "subscriptions");

	static Card of(String id, List<Detail> details, String change) {
		return new Card(id, details, List.of(), change);
	}

	static Card list(String id, List<Item> items) {
		return new Card(id, List.of(), items, id + "/new");
	}

	public boolean isEmpty() {
		return this.details.isEmpty() && this.items.isEmpty();
	}

	/**
	 * Return whether the card has nothing to show, so that there is a line for all of
	 * these in its place. That nothing is known of contacts and subscriptions is worth
	 * knowing.
	 */
	public boolean isFolded() {
		return isEmpty() && !TELLING.contains(this.id);
	}

	/**
	 * Return whether the change adds something.
	 */
	public boolean isList() {
		return this.change != null && this.change.endsWith("/new");
	}

	/**
	 * One of several, such as a job.
	 *
	 * @param id its id, {@code null} when it has none
	 * @param title what it is called
	 * @param state the last part of the key of the words for its state, {@code null} when
	 * it has none
	 * @param details what else is known
	 */
	record Item(String id, String title, String state, List<Detail> details) {

		public boolean isGood() {
			return "subscribed".equals(this.state) || "current".equals(this.state);
		}

	}

}
