package io.contacthub.emulator;

import java.util.List;
import java.util.Locale;

/**
 * Countries in which made-up customers live. Telephone numbers are of ranges that are
 * reserved for fiction, or of codes that are not given out.
 */
enum GeneratedCountry {

	/** Italy. */
	ITALY(Locale.ITALY, "Italia", "Europe/Rome", List.of("Sig.", "Sig.ra"), "+39 555 ######", "+39 06 555 ####",
			"%1$s %2$d", "Via Garibaldi", "Via Roma", "Via Mazzini", "Corso Italia", "Via Dante", "Viale Verdi",
			"Via Cavour", "Piazza San Marco", "Via Manzoni", "Via dei Mille", "Via Leopardi", "Largo Donatello"),

	/** Germany. */
	GERMANY(Locale.GERMANY, "Deutschland", "Europe/Berlin", List.of("Herr", "Frau"), "+49 171 39200##",
			"+49 30 23125 ###", "%1$s %2$d", "Ahornweg", "Bahnhofstraße", "Goethestraße", "Schillerstraße",
			"Lindenallee", "Gartenstraße", "Am Markt", "Mozartstraße", "Hauptstraße", "Birkenweg", "Bergstraße",
			"Rosenweg"),

	/** France. */
	FRANCE(Locale.FRANCE, "France", "Europe/Paris", List.of("M.", "Mme"), "+33 6 39 98 ## ##", "+33 1 99 00 ## ##",
			"%2$d %1$s", "rue Victor Hugo", "rue de la République", "avenue Jean Jaurès", "rue Pasteur",
			"boulevard Gambetta", "rue du Moulin", "place de la Mairie", "rue des Lilas", "avenue Foch", "rue Voltaire",
			"impasse des Jardins", "quai des Tanneurs"),

	/** The United Kingdom. */
	UNITED_KINGDOM(Locale.UK, "United Kingdom", "Europe/London", List.of("Mr", "Ms"), "+44 7700 900###",
			"+44 20 7946 0###", "%2$d %1$s", "High Street", "Station Road", "Church Lane", "Victoria Road",
			"Park Avenue", "Mill Lane", "Queen's Terrace", "Albert Street", "The Crescent", "Kings Road",
			"Orchard Close", "Bridge Street"),

	/** Spain. */
	SPAIN(Locale.forLanguageTag("es-ES"), "España", "Europe/Madrid", List.of("Sr.", "Sra."), "+34 555 ### ###",
			"+34 91 555 ####", "%1$s, %2$d", "Calle Mayor", "Calle de Alcalá", "Avenida de la Constitución",
			"Calle del Sol", "Paseo del Prado", "Calle Cervantes", "Plaza de España", "Calle Real", "Calle San Juan",
			"Ronda de Toledo", "Calle Goya", "Calle de la Luna");

	private final Locale locale;

	private final String country;

	private final String timezone;

	private final List<String> prefixes;

	private final String mobilePhone;

	private final String phone;

	private final String address;

	private final List<String> streets;

	GeneratedCountry(Locale locale, String country, String timezone, List<String> prefixes, String mobilePhone,
			String phone, String address, String... streets) {
		this.locale = locale;
		this.country = country;
		this.timezone = timezone;
		this.prefixes = prefixes;
		this.mobilePhone = mobilePhone;
		this.phone = phone;
		this.address = address;
		this.streets = List.of(streets);
	}

	Locale locale() {
		return this.locale;
	}

	/**
	 * Return the name of the country in its language.
	 */
	String country() {
		return this.country;
	}

	String timezone() {
		return this.timezone;
	}

	/**
	 * Return how men and women are addressed.
	 */
	String prefix(boolean woman) {
		return this.prefixes.get(woman ? 1 : 0);
	}

	String mobilePhone(Dice dice) {
		return dice.digits(this.mobilePhone);
	}

	/**
	 * Return a number of the capital.
	 */
	String phone(Dice dice) {
		return dice.digits(this.phone);
	}

	String street(Dice dice) {
		return String.format(Locale.ROOT, this.address, dice.pick(this.streets), dice.between(1, 120));
	}

	String currency() {
		return (this == UNITED_KINGDOM) ? "GBP" : "EUR";
	}

}
