package io.contacthub.samples.desk.change;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import io.contacthub.json.OpenValue;
import io.contacthub.query.Field;

import org.springframework.validation.Errors;

/**
 * A member of a document that can be typed in.
 *
 * @param name the path of the member within the document
 * @param label the path by which its label is known
 * @param type how it is typed in
 * @param options the values to choose from, for a type that is a choice
 */
record Input(String name, String label, InputType type, List<? extends OpenValue> options) {

	static Input of(Field<?> field, InputType type) {
		return new Input(field.path(), field.path(), type, List.of());
	}

	/**
	 * Return whether this is one of the properties of an event.
	 */
	public boolean isProperty() {
		return this.name.startsWith("properties.");
	}

	/**
	 * Return whether this is one of the properties that a workspace defines.
	 */
	public boolean isExtended() {
		return this.name.startsWith("extended.");
	}

	/**
	 * Return the id of the list of what may be meant, {@code null} for none.
	 */
	public String suggestions() {
		return (this.type == InputType.COUNTRY) ? "countries" : null;
	}

	/**
	 * Return the type of the HTML control for a text: one that shows dates would not show
	 * a text that is none, and one for a line would join several.
	 */
	public String control(String text) {
		if (text.indexOf('\n') >= 0) {
			return "textarea";
		}
		boolean date = this.type == InputType.DAY || this.type == InputType.TIME;
		return (date && !isReadable(text, ZoneOffset.UTC)) ? "text" : this.type.control();
	}

	/**
	 * Return the names on the way to the member, outermost first.
	 */
	String[] names() {
		return this.name.split("\\.");
	}

	/**
	 * Return the value that a text means.
	 * @return the value, or {@code null} for no text
	 */
	Object read(String text, ZoneId zone) {
		return text.isEmpty() ? null : this.type.read(text, zone);
	}

	/**
	 * Return what a text that was sent says: browsers write the same in their own way.
	 * @param original the text that was there before
	 */
	String sent(String text, String original, ZoneId zone) {
		String sent = this.type.sent(text, original);
		boolean same = isReadable(sent, zone) && isReadable(original, zone)
				&& Objects.equals(read(sent, zone), read(original, zone));
		return same ? original : sent;
	}

	/**
	 * Return the text of a value as the library writes it.
	 */
	String show(Object value, ZoneId zone) {
		return (value != null) ? this.type.show(value, zone) : "";
	}

	/**
	 * Tell at the field why its text cannot be taken.
	 */
	void check(String text, ZoneId zone, Errors errors) {
		if (text.length() > this.type.longest()) {
			errors.rejectValue(this.name, "change.error.long", new Object[] { this.type.longest() }, null);
		}
		else if (!isReadable(text, zone)) {
			errors.rejectValue(this.name, "change.error." + this.type);
		}
	}

	private boolean isReadable(String text, ZoneId zone) {
		try {
			read(text, zone);
			return true;
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return false;
		}
	}

}
