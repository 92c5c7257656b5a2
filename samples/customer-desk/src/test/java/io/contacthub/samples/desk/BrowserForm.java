package io.contacthub.samples.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import org.jsoup.Connection;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A form whose button is pressed.
 */
final class BrowserForm {

	private final Element button;

	private final FormElement form;

	BrowserForm(Element button) {
		this.button = button;
		this.form = (FormElement) (button.hasAttr("form") ? button.ownerDocument().getElementById(button.attr("form"))
				: button.closest("form"));
	}

	/**
	 * Find what people find by its words: the exact ones first.
	 */
	static Element find(Document page, String query, String words) {
		List<Element> candidates = page.select(query);
		List<Predicate<Element>> rules = List.of((element) -> element.text().equals(words),
				(element) -> element.attr("aria-label").equals(words), (element) -> element.text().startsWith(words),
				(element) -> element.text().contains(words));
		return rules.stream()
			.flatMap((rule) -> candidates.stream().filter(rule).limit(1))
			.findFirst()
			.orElseThrow(
					() -> new AssertionError("No " + query + " '" + words + "' on the page: " + page.body().text()));
	}

	/**
	 * Return the address that the form is sent to.
	 */
	String action() {
		if (this.button.hasAttr("formaction")) {
			return this.button.absUrl("formaction");
		}
		return this.form.hasAttr("action") ? this.form.absUrl("action") : this.form.ownerDocument().location();
	}

	Connection fillIn(Connection request) {
		boolean post = this.form.attr("method").equalsIgnoreCase("post");
		return request.method(post ? Connection.Method.POST : Connection.Method.GET).data(data());
	}

	private Collection<Connection.KeyVal> data() {
		Collection<Connection.KeyVal> data = new ArrayList<>(this.form.formData());
		// jsoup would press all of them
		this.form.elements()
			.stream()
			.filter((element) -> element.is("button, [type=submit], [type=file]"))
			.forEach((other) -> data.removeIf((entry) -> entry.key().equals(other.attr("name"))));
		if (this.button.hasAttr("name")) {
			data.add(HttpConnection.KeyVal.create(this.button.attr("name"), this.button.val()));
		}
		return data;
	}

}
