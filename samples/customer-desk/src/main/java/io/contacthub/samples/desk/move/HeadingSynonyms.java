package io.contacthub.samples.desk.move;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.query.Field;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static io.contacthub.customer.CustomerFields.TAGS;

/**
 * What people call columns beside what the pages call them. Each of these words means one
 * field only; consents are not among them, since nobody agrees by resemblance.
 */
final class HeadingSynonyms {

	/**
	 * The words for each field, by its path.
	 */
	static final Map<String, List<String>> ALL = new LinkedHashMap<>();

	static {
		add(EXTERNAL_ID, "Customer number", "Customer no.", "Codice cliente", "Numero cliente", "Kundennummer",
				"Kunden-Nr.");
		add(BASE.FIRST_NAME, "Forename", "Given name", "Nome", "Nome di battesimo", "Vorname", "Rufname");
		add(BASE.LAST_NAME, "Surname", "Family name", "Cognome", "Nachname", "Familienname");
		add(BASE.GENDER, "Sex", "Sesso", "Genere", "Geschlecht");
		add(BASE.DOB, "Birthday", "Birth date", "DOB", "Compleanno", "Nato il", "Geburtstag", "geb.");
		add(BASE.CONTACTS.EMAIL, "E-mail address", "Mail", "Indirizzo e-mail", "Posta elettronica", "E-Mail-Adresse");
		add(BASE.CONTACTS.MOBILE_PHONE, "Mobile", "Cell phone", "Cell", "Cellulare", "Handy", "Mobil", "Mobilnummer");
		add(BASE.CONTACTS.PHONE, "Telephone", "Phone number", "Tel.", "Telefono", "Telefon", "Telefonnummer");
		add(BASE.ADDRESS.STREET, "Address", "Indirizzo", "Strasse", "Straße", "Adresse");
		add(BASE.ADDRESS.ZIP, "ZIP", "ZIP code", "Post code", "CAP", "PLZ", "Postleitzahl");
		add(BASE.ADDRESS.CITY, "Town", "Città", "Comune", "Stadt", "Ort");
		add(BASE.ADDRESS.COUNTRY, "Country", "Paese", "Nazione", "Land");
		add(TAGS.MANUAL, "Tag", "Label", "Labels", "Etichette", "Schlagwörter");
	}

	private HeadingSynonyms() {
	}

	private static void add(Field<?> field, String... words) {
		ALL.put(field.path(), List.of(words));
	}

}
