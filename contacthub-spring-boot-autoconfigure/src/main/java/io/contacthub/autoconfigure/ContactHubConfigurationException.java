package io.contacthub.autoconfigure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * Exception thrown when the client cannot be set up as it is configured. It is in place
 * of Spring Boot's {@link InvalidConfigurationPropertyValueException} since it tells all
 * that is wrong at once, with lines to paste, and since the analyzer of that one shows
 * the value as the environment has it, also when it is a token or a password. For this
 * library.
 */
public class ContactHubConfigurationException extends RuntimeException {

	private static final Pattern ELEMENT = Pattern.compile("\\[[^\\]]*\\]|[^.\\[]+");

	private final String action;

	/**
	 * Create the exception.
	 * @param property the property that is wrong
	 * @param fault what is wrong with it, to be read after its name
	 * @param action what to do, ending with lines to paste
	 */
	public ContactHubConfigurationException(String property, String fault, String action) {
		this("'" + property + "' " + fault, action);
	}

	private ContactHubConfigurationException(String message, String action) {
		super(message);
		this.action = action;
	}

	String action() {
		return this.action;
	}

	/**
	 * Return one failure for all that is wrong.
	 */
	static ContactHubConfigurationException all(List<ContactHubConfigurationException> faults) {
		Set<String> messages = new LinkedHashSet<>();
		Set<String> actions = new LinkedHashSet<>();
		for (ContactHubConfigurationException fault : faults) {
			messages.add(String.valueOf(fault.getMessage()));
			actions.add(fault.action());
		}
		if (messages.size() == 1) {
			return faults.get(0);
		}
		return new ContactHubConfigurationException(
				"The client of ContactHub cannot be set up as it is configured:\n\n    - "
						+ String.join("\n    - ", messages),
				String.join("\n", actions));
	}

	/**
	 * Return the failure of a node with a name whose id cannot be one.
	 */
	static ContactHubConfigurationException node(String property, String fault) {
		List<String> elements = elements(property);
		return new ContactHubConfigurationException(property, fault + ".", """
				Set the id of the node, or remove its name:

				%s""".formatted(lines(parent(property), elements.get(elements.size() - 1) + ": <id of the node>")));
	}

	/**
	 * Return the failure of a value in place of which there is a default.
	 */
	static ContactHubConfigurationException value(String property, String fault) {
		return new ContactHubConfigurationException(property, fault, """
				Give another value, or remove the property to have its default:

				%s""".formatted(lines(parent(property), "# " + last(property) + ": <value>")));
	}

	/**
	 * Return the failure of a required property that is missing, blank, or a placeholder
	 * without a value.
	 */
	static ContactHubConfigurationException missing(String property) {
		return new ContactHubConfigurationException(property, "is missing or blank.", """
				Set the connection to ContactHub, for example in application.yml:

				%s
				The token is a secret: keep it in an environment variable. To run on an emulator while you
				develop, add io.contacthub:contacthub-emulator, set contacthub.emulator.enabled=true, and set no id,
				token or INI file of a connection. To run without ContactHub, set:

				contacthub:
				  enabled: false
				""".formatted(lines(parent(property), """
				workspace-id: <id of the workspace>
				token: ${CONTACTHUB_TOKEN}
				node-id: <id of the node>
				""")));
	}

	/**
	 * Return the failure of a Spring Boot that lacks what the client is made of.
	 */
	static ContactHubConfigurationException springBootTooOld() {
		return new ContactHubConfigurationException(
				"ContactHub needs Spring Boot 4.1 or later, and this application runs on Spring Boot "
						+ SpringBootVersion.getVersion() + ".",
				"""
						Raise the version of Spring Boot. To run without ContactHub meanwhile, set:

						contacthub:
						  enabled: false
						""");
	}

	/**
	 * Return the failure of a request factory of the application that cannot be used.
	 */
	static ContactHubConfigurationException requestFactory(String fault) {
		return new ContactHubConfigurationException(
				"The request factory that a RestClientCustomizer or a ContactHubClientCustomizer sets " + fault + ".",
				"""
						Have the bean set another request factory, or set none and choose the engine by the property, \
						for example:

						%s""".formatted(lines("spring.http.clients.imperative", "factory: http-components")));
	}

	/**
	 * Return lines of YAML below a property.
	 * @param property the property
	 * @param members the lines
	 * @return the lines with those that they are below
	 */
	public static String lines(String property, String members) {
		StringBuilder yaml = new StringBuilder();
		String indent = "";
		for (String name : elements(property)) {
			yaml.append(indent).append(name).append(":\n");
			indent += "  ";
		}
		for (String member : members.strip().split("\n")) {
			yaml.append(indent).append(member).append("\n");
		}
		return yaml.toString();
	}

	/**
	 * Return the elements of a property as keys of YAML, which has brackets in quotes.
	 */
	private static List<String> elements(String property) {
		Matcher element = ELEMENT.matcher(property);
		return element.results()
			.map(MatchResult::group)
			.map((name) -> name.startsWith("[") ? "\"" + name + "\"" : name)
			.toList();
	}

	private static String parent(String property) {
		return property.substring(0, property.length() - last(property).length()).replaceFirst("\\.$", "");
	}

	private static String last(String property) {
		return ELEMENT.matcher(property).results().map(MatchResult::group).reduce(property, (one, next) -> next);
	}

	/**
	 * Return the value of a property, unless it is missing.
	 */
	static String required(String property, @Nullable String value) {
		if (isMissing(value)) {
			throw missing(property);
		}
		return String.valueOf(value);
	}

	/**
	 * Return the id of a node with a name, unless it is missing.
	 */
	static String requiredNode(String property, @Nullable String value) {
		if (isMissing(value)) {
			throw node(property, "is missing or blank");
		}
		return String.valueOf(value);
	}

	/**
	 * Return whether a value is missing.
	 */
	static boolean isMissing(@Nullable String value) {
		// a placeholder without a value is left as it is written
		return !StringUtils.hasText(value) || value.startsWith("${");
	}

}
