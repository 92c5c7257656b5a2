package io.contacthub.samples.desk.find;

import java.util.Arrays;
import java.util.Optional;

import io.contacthub.customer.Consent;
import io.contacthub.customer.ConsentFields;
import io.contacthub.query.Criterion;

import static io.contacthub.customer.CustomerFields.CONSENTS;

/**
 * Consent that customers are looked for by.
 */
enum ConsentField {

	EMAIL(CONSENTS.MARKETING.AUTOMATIC.EMAIL),

	SMS(CONSENTS.MARKETING.AUTOMATIC.SMS),

	PUSH(CONSENTS.MARKETING.AUTOMATIC.PUSH),

	IM(CONSENTS.MARKETING.AUTOMATIC.IM),

	AUTOMATIC_CALLS(CONSENTS.MARKETING.AUTOMATIC.TELEPHONIC),

	CALLS(CONSENTS.MARKETING.TRADITIONAL.TELEPHONIC),

	LETTERS(CONSENTS.MARKETING.TRADITIONAL.PAPERY),

	PROFILING(CONSENTS.PROFILING.CLASSIC),

	ONLINE_PROFILING(CONSENTS.PROFILING.ONLINE),

	SOFT_SPAM_EMAIL(CONSENTS.SOFT_SPAM.EMAIL),

	SOFT_SPAM_LETTERS(CONSENTS.SOFT_SPAM.PAPERY),

	THIRD_PARTY_PROFILING(CONSENTS.THIRD_PARTY_TRANSFER.PROFILING),

	THIRD_PARTY_MARKETING(CONSENTS.THIRD_PARTY_TRANSFER.MARKETING);

	private final ConsentFields<Consent> field;

	ConsentField(ConsentFields<Consent> field) {
		this.field = field;
	}

	static Optional<ConsentField> of(String path) {
		return Arrays.stream(values()).filter((consent) -> consent.path().equals(path)).findAny();
	}

	/**
	 * Return the path within the consents, such as {@code marketing.automatic.email}.
	 */
	String path() {
		return String.join(".", this.field.names().subList(1, this.field.names().size()));
	}

	Criterion given() {
		return this.field.STATUS.eq(true);
	}

}
