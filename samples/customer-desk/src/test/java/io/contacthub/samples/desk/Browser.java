package io.contacthub.samples.desk;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * What somebody does with a browser that runs no scripts: open pages, follow links by
 * their text, fill in forms by their labels.
 */
class Browser {

	private final Connection session = Jsoup.newSession().header("Accept", "text/html").ignoreHttpErrors(true);

	private Connection.Response response;

	private Document page;

	Browser open(String address) {
		return load(this.session.newRequest(address));
	}

	Browser follow(String link) {
		return open(find("a:containsOwn(%s)", link).absUrl("href"));
	}

	Browser fill(String label, String value) {
		Element field = this.page.getElementById(find("label:containsOwn(%s)", label).attr("for"));
		if (field.is("select")) {
			field.select("option").removeAttr("selected");
			field.selectFirst("option[value=%s]".formatted(value)).attr("selected", "selected");
		}
		else {
			field.val(value);
		}
		return this;
	}

	Browser press(String button) {
		FormElement form = (FormElement) find("button:containsOwn(%s)", button).closest("form");
		return load(form.submit());
	}

	int status() {
		return this.response.statusCode();
	}

	String text() {
		return this.page.body().text();
	}

	Document page() {
		return this.page;
	}

	private Element find(String query, String text) {
		Element element = this.page.selectFirst(query.formatted(text));
		if (element == null) {
			throw new AssertionError("No " + query.formatted(text) + " on the page: " + text());
		}
		return element;
	}

	private Browser load(Connection request) {
		try {
			this.response = request.execute();
			this.page = this.response.parse();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
