package io.contacthub.emulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/**
 * Names of people and things, taken from the lists of Datafaker once: asking it for each
 * name would take most of the time.
 */
final class GeneratedNames {

	/**
	 * Names in the lists that are no names that people have.
	 */
	private static final Set<String> UNLIKELY = Set.of("Avide", "Azue", "Caligola", "Dindo", "Edipo", "Maggiore",
			"Mecren", "Olo", "Quarto", "Quasimodo", "Radio", "Secondo", "Sesto", "Terzo", "Car", "Computer", "Concrete",
			"Granite");

	private static @Nullable GeneratedNames names;

	private final Map<GeneratedCountry, List<String>> men = new EnumMap<>(GeneratedCountry.class);

	private final Map<GeneratedCountry, List<String>> women = new EnumMap<>(GeneratedCountry.class);

	private final Map<GeneratedCountry, List<String>> families = new EnumMap<>(GeneratedCountry.class);

	private final Map<GeneratedCountry, List<String>> companySuffixes = new EnumMap<>(GeneratedCountry.class);

	private final List<String> industries;

	private final List<String> jobFields;

	private final List<String> jobPositions;

	private final List<String> hobbies;

	private final List<String> materials;

	private final List<String> products;

	private GeneratedNames() {
		for (GeneratedCountry country : GeneratedCountry.values()) {
			Faker faker = new Faker(country.locale(), new Random(0));
			switch (country) {
				// these have one list, with the names of men first
				case ITALY -> split(country, list(faker, "name.first_name"), "Artemide");
				case FRANCE -> split(country, list(faker, "name.first_name"), "Léa");
				default -> {
					this.men.put(country, list(faker, "name.male_first_name"));
					this.women.put(country, list(faker, "name.female_first_name"));
				}
			}
			this.families.put(country, list(faker, "name.last_name"));
			this.companySuffixes.put(country, list(faker, "company.suffix"));
		}
		Faker faker = new Faker(GeneratedCountry.UNITED_KINGDOM.locale(), new Random(0));
		this.industries = list(faker, "company.industry");
		this.jobFields = list(faker, "job.field");
		this.jobPositions = list(faker, "job.position");
		this.hobbies = list(faker, "hobby.activity");
		this.materials = list(faker, "commerce.product_name.material");
		this.products = list(faker, "commerce.product_name.product");
	}

	private void split(GeneratedCountry country, List<String> names, String firstWoman) {
		int index = names.indexOf(firstWoman);
		this.men.put(country, names.subList(0, index));
		this.women.put(country, names.subList(index, names.size()));
	}

	private static List<String> list(Faker faker, String key) {
		Object list = faker.fakeValuesService().fetchObject(key, faker.getContext());
		return ((List<?>) list).stream().map(String::valueOf).filter((name) -> !UNLIKELY.contains(name)).toList();
	}

	/**
	 * Return the names.
	 * @throws IllegalArgumentException if Datafaker is missing
	 */
	static synchronized GeneratedNames get() {
		GeneratedNames present = names;
		if (present == null) {
			try {
				present = new GeneratedNames();
			}
			catch (NoClassDefFoundError ex) {
				throw new IllegalArgumentException(
						"Customers of a seed need the dependency net.datafaker:datafaker, which is missing", ex);
			}
			names = present;
		}
		return present;
	}

	String first(GeneratedCountry country, boolean woman, Dice dice) {
		return dice.pick((woman ? this.women : this.men).getOrDefault(country, List.of()));
	}

	String family(GeneratedCountry country, Dice dice) {
		return dice.pick(this.families.getOrDefault(country, List.of()));
	}

	String company(GeneratedCountry country, Dice dice) {
		return family(country, dice) + " " + dice.pick(this.companySuffixes.getOrDefault(country, List.of()));
	}

	String industry(Dice dice) {
		return dice.pick(this.industries);
	}

	String job(Dice dice) {
		return dice.pick(this.jobFields) + " " + dice.pick(this.jobPositions);
	}

	String hobby(Dice dice) {
		return dice.pick(this.hobbies);
	}

	List<String> materials() {
		return this.materials;
	}

	List<String> products() {
		return this.products;
	}

}
