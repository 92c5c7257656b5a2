package io.contacthub.test;

import java.util.Set;

/**
 * The types of events and their modes.
 */
final class EventTypes {

	private static final Set<String> PASSIVE = Set.of("campaignSent", "repliedTicket", "genericPassiveEvent");

	private EventTypes() {
	}

	// The mode of a type. Modes are documented for less than half of the types; the
	// others count as active here, as they tell what a customer did.
	static String modeOf(String type) {
		return PASSIVE.contains(type) ? "PASSIVE" : "ACTIVE";
	}

}
