package io.contacthub.samples.desk.customer;

import java.util.List;

/**
 * Something known, in words: a text, or parts with words of their own.
 *
 * @param label what is known
 * @param text the value, {@code null} when there are parts
 * @param address where the value leads to, {@code null} when it leads nowhere
 * @param parts the parts, empty when there is a text
 */
record Detail(String label, String text, String address, List<Detail> parts) {

	private static final int LONG = 240;

	private static final int BEGINNING = 120;

	static Detail of(String label, String text) {
		return new Detail(label, text, null, List.of());
	}

	static Detail link(String label, String text, String address) {
		return new Detail(label, text, address, List.of());
	}

	static Detail of(String label, List<Detail> parts) {
		return new Detail(label, null, null, List.copyOf(parts));
	}

	/**
	 * Return in which of its ways the page shows this.
	 */
	public String form() {
		if (!this.parts.isEmpty()) {
			return "parts";
		}
		if (this.address != null) {
			return "link";
		}
		return (this.text.length() > LONG) ? "long" : "text";
	}

	/**
	 * Return how a long text begins.
	 */
	public String beginning() {
		return this.text.substring(0, this.text.offsetByCodePoints(0, BEGINNING)) + " …";
	}

	/**
	 * Return the parts of the text between which a line may end: an e-mail address has
	 * two.
	 */
	public List<String> pieces() {
		return List.of(this.text.split("(?=@)"));
	}

}
