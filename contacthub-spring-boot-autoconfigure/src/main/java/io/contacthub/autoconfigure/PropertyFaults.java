package io.contacthub.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the properties of a connection, collected to be told all at once.
 */
final class PropertyFaults {

	private final List<ContactHubConfigurationException> faults;

	private final String prefix;

	private final String origin;

	private final Predicate<String> own;

	private PropertyFaults(List<ContactHubConfigurationException> faults, String prefix, String origin,
			Predicate<String> own) {
		this.faults = faults;
		this.prefix = prefix;
		this.origin = origin;
		this.own = own;
	}

	/**
	 * Collect what is wrong.
	 * @param prefix where the properties are
	 */
	static PropertyFaults of(String prefix) {
		return new PropertyFaults(new ArrayList<>(), prefix, "", (name) -> true);
	}

	/**
	 * Add to these what is wrong with a workspace that has a name. What it inherits is
	 * told where it comes from.
	 * @param prefix where its properties are
	 * @param own whether it has a property itself
	 */
	PropertyFaults ofWorkspace(String prefix, Predicate<String> own) {
		return new PropertyFaults(this.faults, prefix, "", own);
	}

	/**
	 * Add to these what somebody else says in place of the properties.
	 * @param origin who that is
	 */
	PropertyFaults saidBy(String origin) {
		return new PropertyFaults(this.faults, this.prefix, ", as " + origin + " says it", this.own);
	}

	String prefix() {
		return this.prefix;
	}

	int size() {
		return this.faults.size();
	}

	/**
	 * Return whether what is wrong with a property would be told.
	 */
	boolean has(String name) {
		return this.own.test(name);
	}

	void add(ContactHubConfigurationException fault) {
		this.faults.add(fault);
	}

	/**
	 * Add a fault.
	 * @param name the property below the prefix
	 * @param fault what is wrong with it, to be read after its name
	 * @param action what to do, ending with lines to paste
	 */
	void add(String name, String fault, String action) {
		if (has(name)) {
			add(new ContactHubConfigurationException(this.prefix + "." + name, fault + this.origin + ".", action));
		}
	}

	/**
	 * Add a fault unless a value is correct.
	 */
	void check(String name, boolean correct, Object value, String rule) {
		if (!correct && has(name)) {
			add(ContactHubConfigurationException.value(this.prefix + "." + name, "is " + value + ": " + rule + "."));
		}
	}

	/**
	 * Add a required property unless it has a value.
	 */
	void require(String name, @Nullable String value) {
		if (ContactHubConfigurationException.isMissing(value)) {
			add(ContactHubConfigurationException.missing(this.prefix + "." + name));
		}
	}

	/**
	 * Add the settings that the client refuses.
	 * @param part where they are below the prefix, empty for the prefix itself
	 */
	RefusedSettingCallback refusals(String part) {
		String below = part.isEmpty() ? "" : "." + part;
		return (ex) -> {
			if (has((below + "." + SettingProperties.name(ex.setting())).substring(1))) {
				add(SettingProperties.refused(ex, this.prefix + below));
			}
		};
	}

	/**
	 * Fail if anything is wrong.
	 */
	void throwAny() {
		if (!this.faults.isEmpty()) {
			throw ContactHubConfigurationException.all(this.faults);
		}
	}

}
