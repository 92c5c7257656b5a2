package io.contacthub.samples.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What somebody does with a browser that runs no scripts: open pages, follow links by
 * their text, fill in forms by their labels.
 */
public final class Browser {

	private final Connection session = Jsoup.newSession()
		.header("Accept", "text/html,*/*;q=0.8")
		.header("Accept-Language", "en-GB")
		.timeout(60_000)
		.ignoreHttpErrors(true)
		.ignoreContentType(true);

	private final String address;

	private final List<Upload> uploads = new ArrayList<>();

	private Connection.Response response;

	private Document page;

	/**
	 * Create the browser of somebody who has not logged in.
	 * @param address the address of the desk
	 */
	public Browser(String address) {
		this.address = address;
	}

	/**
	 * Log in by the page.
	 */
	public Browser logIn(String name, String password) {
		return open("/login").fill("Name", name).fill("Password", password).press("Log in");
	}

	/**
	 * Speak other languages.
	 * @param languages the header {@code Accept-Language}
	 */
	public Browser accept(String languages) {
		this.session.header("Accept-Language", languages);
		return this;
	}

	/**
	 * Set a cookie, as the script of a page does.
	 */
	public Browser cookie(String name, String value) {
		HttpCookie cookie = new HttpCookie(name, value);
		cookie.setPath("/");
		cookie.setVersion(0);
		cookies().add(URI.create(this.address), cookie);
		return this;
	}

	/**
	 * Open a page.
	 * @param target a path of the desk, or a whole address
	 */
	public Browser open(String target) {
		return load(request(target));
	}

	/**
	 * Open a part of a page as its script does.
	 */
	public Browser openPart(String target) {
		return load(request(target).header("HX-Request", "true"));
	}

	/**
	 * Send a form that no page has.
	 * @param target the path
	 * @param data names and values
	 */
	public Browser post(String target, String... data) {
		return load(request(target).method(Connection.Method.POST).data(data));
	}

	/**
	 * Follow a link by its text or its name for screen readers.
	 */
	public Browser follow(String link) {
		return open(find("a[href]", link).absUrl("href"));
	}

	/**
	 * Fill in a field by its label.
	 * @param label the label, or its beginning
	 * @param value the value; of a choice that of an option
	 */
	public Browser fill(String label, String value) {
		Element field = field(label);
		if (field.is("select")) {
			field.select("option").removeAttr("selected");
			Element option = field.selectFirst("option[value=\"%s\"]".formatted(value));
			if (option == null) {
				throw new AssertionError("No " + value + " among " + field.select("option").eachAttr("value"));
			}
			option.attr("selected", "selected");
		}
		else {
			field.val(value);
		}
		return this;
	}

	/**
	 * Set a check box, or choose a radio button.
	 */
	public Browser check(String label, boolean checked) {
		Element field = field(label);
		if (field.attr("type").equals("radio")) {
			field.closest("form")
				.select("[type=radio][name=\"%s\"]".formatted(field.attr("name")))
				.removeAttr("checked");
		}
		field.attr("checked", checked);
		return this;
	}

	/**
	 * Choose a file.
	 */
	public Browser upload(String label, String fileName, String content) {
		this.uploads.add(new Upload(field(label).attr("name"), fileName, content));
		return this;
	}

	/**
	 * Press a button by its text or its name for screen readers.
	 */
	public Browser press(String text) {
		Element button = find("button, input[type=submit]", text);
		BrowserForm form = new BrowserForm(button);
		Connection request = form.fillIn(request(form.action()));
		this.uploads.forEach((upload) -> request.data(upload.name(), upload.fileName(),
				new ByteArrayInputStream(upload.content().getBytes(StandardCharsets.UTF_8))));
		this.uploads.clear();
		return load(request);
	}

	/**
	 * Return the error at a field, empty when there is none.
	 */
	public String error(String field) {
		Element error = this.page.getElementById(field + "-error");
		return (error != null) ? error.text() : "";
	}

	public int status() {
		return this.response.statusCode();
	}

	/**
	 * Return the text that the page shows.
	 */
	public String text() {
		return this.page.body().text();
	}

	/**
	 * Return the heading of the page.
	 */
	public String heading() {
		return this.page.select("h1").text();
	}

	public Document page() {
		return this.page;
	}

	/**
	 * Return the path and the parameters of the page.
	 */
	public String location() {
		return this.response.url().getFile();
	}

	public Connection.Response response() {
		return this.response;
	}

	public CookieStore cookies() {
		return this.session.cookieStore();
	}

	private Element field(String label) {
		Element element = find("label", label);
		return element.hasAttr("for") ? this.page.getElementById(element.attr("for"))
				: element.selectFirst("input, select, textarea");
	}

	private Element find(String query, String text) {
		return BrowserForm.find(this.page, query, text);
	}

	private Connection request(String target) {
		return this.session.newRequest(target.startsWith("/") ? this.address + target : target);
	}

	private Browser load(Connection request) {
		try {
			this.response = request.execute();
			this.response.readFully();
			this.page = this.response.parse();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Copy the cookies of another one, so as to go on where that one is.
	 */
	Browser as(Browser other) {
		other.cookies()
			.getURIs()
			.forEach((site) -> other.cookies().get(site).forEach((cookie) -> cookies().add(site, cookie)));
		return this;
	}

	private record Upload(String name, String fileName, String content) {

	}

}
