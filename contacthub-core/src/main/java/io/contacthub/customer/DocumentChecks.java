package io.contacthub.customer;

import java.util.Map;
import java.util.regex.Pattern;

import io.contacthub.json.JsonObject;
import io.contacthub.json.RequestDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Checks of a document before it is sent, for what ContactHub refuses in every workspace.
 */
final class DocumentChecks {

	private static final Pattern LOCALE = Pattern.compile("[a-z]{2}(_([a-zA-Z]{2}){1,2})?_[A-Z]{2}");

	private DocumentChecks() {
	}

	/**
	 * Check a document.
	 * @return the document as it is sent
	 */
	static JsonObject check(Map<String, @Nullable Object> members) {
		JsonObject document = RequestDocument.of(members, "base", "extended", "extra");
		if (RequestDocument.at(document, "base", "locale") instanceof String locale) {
			Assert.isTrue(LOCALE.matcher(locale).matches(), () -> "base.locale is '" + locale
					+ "': it must be a language and a country in the form of it_IT or zh_Hans_CN");
		}
		return document;
	}

}
