package io.contacthub.emulator;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * A made-up person, of whom a customer and events tell.
 *
 * @param number the number among all persons
 * @param city where the person lives
 * @param woman whether it is a woman
 * @param firstName the first name
 * @param lastName the last name
 * @param account the name that belongs to this person only
 * @param birthday the day of birth
 * @param registered when the customer was registered
 * @param habit what the person does
 * @param newsletter whether the person wants the newsletter
 * @param mobile whether the person has told a mobile telephone
 */
record GeneratedPerson(int number, GeneratedCity city, boolean woman, String firstName, String lastName, String account,
		LocalDate birthday, Instant registered, GeneratedHabit habit, boolean newsletter, boolean mobile) {

	private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");

	static GeneratedPerson of(int number, Dice dice, GeneratedNames names, GeneratedPeriod period) {
		GeneratedCountry country = dice.chance(50) ? GeneratedCountry.ITALY
				: dice.pick(List.of(GeneratedCountry.values()));
		boolean woman = dice.chance(52);
		String firstName = names.first(country, woman, dice);
		String lastName = names.family(country, dice);
		if (country == GeneratedCountry.SPAIN) {
			lastName += " " + names.family(country, dice);
		}
		GeneratedHabit habit = GeneratedHabit.of(dice);
		LocalDate birthday = LocalDate.ofInstant(period.end(), ZoneOffset.UTC)
			.minusDays(dice.between(20 * 366, 85 * 365));
		return new GeneratedPerson(number, GeneratedCity.of(country, dice), woman, firstName, lastName,
				account(firstName, lastName, number, dice), birthday,
				period.start().plus(Duration.ofMinutes(dice.between(0, period.minutes() - 120 * 24 * 60))), habit,
				habit.isReading() || dice.chance(15), dice.chance(60));
	}

	/**
	 * Return a name in plain letters that ends with the number, so that no other person
	 * has it.
	 */
	private static String account(String firstName, String lastName, int number, Dice dice) {
		String first = plain(firstName);
		String last = plain(lastName);
		return switch (dice.between(0, 2)) {
			case 0 -> first + "." + last + number;
			case 1 -> first.charAt(0) + "." + last + number;
			default -> first + number;
		};
	}

	private static String plain(String name) {
		String spelled = name.toLowerCase(Locale.ROOT)
			.replace("ä", "ae")
			.replace("ö", "oe")
			.replace("ü", "ue")
			.replace("ß", "ss")
			.replace("ø", "o");
		return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
	}

	String email() {
		return this.account + "@" + DOMAINS.get(this.account.length() % DOMAINS.size());
	}

	GeneratedCountry country() {
		return this.city.country();
	}

	String externalId() {
		return String.format(Locale.ROOT, "%s%07d", country().locale().getCountry(), this.number);
	}

}
