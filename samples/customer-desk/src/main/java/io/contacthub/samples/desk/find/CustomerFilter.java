package io.contacthub.samples.desk.find;

import java.util.LinkedHashMap;
import java.util.Map;

import io.contacthub.samples.desk.layout.Addresses;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.SimpleErrors;

/**
 * What customers are looked for by, as the address of the list says it. Everything may be
 * missing, and nothing is refused when it is read: {@link FilterChecks} tell what cannot
 * be meant.
 *
 * @param q the text of the search box
 * @param city the city
 * @param tag a tag, of people or of automations
 * @param bornFrom the first day of birth
 * @param bornTo the last day of birth
 * @param consent the path of a consent that was given, such as
 * {@code marketing.automatic.email}
 * @param registeredSince the first day of registration
 * @param enabled {@code true} for active customers, {@code false} for others
 * @param segment the id of a saved filter, which is a segment of the workspace
 */
public record CustomerFilter(String q, String city, String tag, String bornFrom, String bornTo, String consent,
		String registeredSince, String enabled, String segment) {

	/**
	 * Take away what is blank.
	 */
	public CustomerFilter {
		q = text(q);
		city = text(city);
		tag = text(tag);
		bornFrom = text(bornFrom);
		bornTo = text(bornTo);
		consent = text(consent);
		registeredSince = text(registeredSince);
		enabled = text(enabled);
		segment = text(segment);
	}

	public static CustomerFilter none() {
		return of(Map.of());
	}

	/**
	 * Return the filter that looks for one thing.
	 * @param name the name of a component, such as {@code tag}
	 * @param value what it is to be
	 */
	public static CustomerFilter of(String name, String value) {
		return of(Map.of(name, value));
	}

	static CustomerFilter of(Map<String, String> values) {
		return new CustomerFilter(values.get("q"), values.get("city"), values.get("tag"), values.get("bornFrom"),
				values.get("bornTo"), values.get("consent"), values.get("registeredSince"), values.get("enabled"),
				values.get("segment"));
	}

	private static String text(String value) {
		return (value != null && !value.isBlank()) ? value.strip().replaceAll("\\s+", " ") : null;
	}

	private Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("q", this.q);
		values.put("city", this.city);
		values.put("tag", this.tag);
		values.put("bornFrom", this.bornFrom);
		values.put("bornTo", this.bornTo);
		values.put("consent", this.consent);
		values.put("registeredSince", this.registeredSince);
		values.put("enabled", this.enabled);
		values.put("segment", this.segment);
		values.values().removeIf((value) -> value == null);
		return values;
	}

	/**
	 * Return the parameters of an address that has this filter, none of them empty.
	 */
	public MultiValueMap<String, String> parameters() {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		values().forEach(parameters::add);
		return parameters;
	}

	/**
	 * Return an address with this filter.
	 * @param path the path, which may have parameters of its own
	 * @return the path and the parameters, encoded
	 */
	public String address(String path) {
		return Addresses.of(path, values());
	}

	/**
	 * Return an address with this filter and more.
	 */
	String address(String path, Map<String, String> more) {
		Map<String, String> parameters = values();
		parameters.putAll(more);
		return Addresses.of(path, parameters);
	}

	/**
	 * Return whether nothing is looked for, so that all customers are found.
	 */
	public boolean isEmpty() {
		return values().isEmpty();
	}

	/**
	 * Return how much is looked for beside the text of the search box and a saved filter.
	 * @return the number of fields
	 */
	public long getDetails() {
		return values().keySet().stream().filter((name) -> !name.equals("q") && !name.equals("segment")).count();
	}

	/**
	 * Return whether a text is looked for, which ContactHub compares as a whole.
	 * @return whether there is one
	 */
	public boolean isCompared() {
		return this.q != null || this.city != null || this.tag != null;
	}

	/**
	 * Return whether a day of birth is looked for, which not all customers have.
	 * @return whether there is one
	 */
	public boolean isByAge() {
		return this.bornFrom != null || this.bornTo != null;
	}

	/**
	 * Return whether all of it can be meant: a day that is none, or a choice that is not
	 * offered, must not find more than was asked for.
	 */
	public boolean isReadable() {
		SimpleErrors errors = new SimpleErrors(this);
		FilterChecks.check(this, errors);
		return !errors.hasErrors();
	}

	CustomerFilter without(String name) {
		Map<String, String> values = values();
		values.remove(name);
		return of(values);
	}

}
