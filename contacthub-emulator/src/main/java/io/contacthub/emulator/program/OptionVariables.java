package io.contacthub.emulator.program;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The options that are set by environment variables.
 */
final class OptionVariables {

	/**
	 * What Kubernetes and Docker's links tell of a service that is called
	 * {@code contacthub-emulator}, and the switch of an application with Spring Boot.
	 */
	private static final Pattern FOREIGN = Pattern
		.compile("CONTACTHUB_EMULATOR_(SERVICE_HOST|SERVICE_PORT.*|PORT_\\d+_(TCP|UDP|SCTP).*|NAME|ENV_.*|ENABLED)");

	private static final Pattern FOREIGN_PORT = Pattern.compile("(tcp|udp|sctp)://.*");

	private final Map<String, String> environment;

	OptionVariables(Map<String, String> environment) {
		this.environment = environment;
	}

	/**
	 * Refuse a variable that was certainly meant to be an option, and is none.
	 */
	void check() {
		Set<String> names = new TreeSet<>(this.environment.keySet());
		for (String name : names) {
			if (EmulatorOption.isVariable(name) && !FOREIGN.matcher(name).matches()
					&& EmulatorOption.ofVariable(name).isEmpty()) {
				throw new ProgramException(ProgramException.USAGE,
						"Unknown environment variable " + name + ": did you mean "
								+ NearestName.of(name, EmulatorOption.all().map(EmulatorOption::variable))
								+ "? --help lists all options");
			}
		}
	}

	/**
	 * Return the value of an option; one without text counts as unset, since that is what
	 * Docker Compose makes of a variable that is missing.
	 */
	Optional<String> value(EmulatorOption option) {
		return Optional.ofNullable(this.environment.get(option.variable()))
			.filter((text) -> !text.isBlank() && !FOREIGN_PORT.matcher(text).matches())
			.map(String::strip);
	}

}
