package io.contacthub.samples.desk.change;

import java.util.List;

import io.contacthub.customer.ConsentFields;

import static io.contacthub.customer.CustomerFields.CONSENTS;

/**
 * The switches of what a customer agrees to.
 */
final class ConsentInputs {

	static final List<InputGroup> ALL = List.of(
			group("marketingByMachine", CONSENTS.MARKETING.AUTOMATIC.EMAIL, CONSENTS.MARKETING.AUTOMATIC.SMS,
					CONSENTS.MARKETING.AUTOMATIC.PUSH, CONSENTS.MARKETING.AUTOMATIC.IM,
					CONSENTS.MARKETING.AUTOMATIC.TELEPHONIC),
			group("marketingByPeople", CONSENTS.MARKETING.TRADITIONAL.TELEPHONIC,
					CONSENTS.MARKETING.TRADITIONAL.PAPERY),
			group("profiling", CONSENTS.PROFILING.CLASSIC, CONSENTS.PROFILING.ONLINE),
			group("softSpam", CONSENTS.SOFT_SPAM.EMAIL, CONSENTS.SOFT_SPAM.PAPERY), group("thirdPartyTransfer",
					CONSENTS.THIRD_PARTY_TRANSFER.PROFILING, CONSENTS.THIRD_PARTY_TRANSFER.MARKETING));

	private ConsentInputs() {
	}

	private static InputGroup group(String name, ConsentFields<?>... consents) {
		return new InputGroup(name, 0,
				List.of(consents)
					.stream()
					.flatMap((consent) -> List.of(consent.STATUS, consent.LIMITATION, consent.OBJECTION).stream())
					.map((field) -> Input.of(field, InputType.SWITCH))
					.toList());
	}

}
