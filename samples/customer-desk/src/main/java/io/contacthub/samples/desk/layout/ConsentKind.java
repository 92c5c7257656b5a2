package io.contacthub.samples.desk.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.contacthub.customer.Consent;
import io.contacthub.customer.ConsentFields;
import io.contacthub.customer.Consents;

import static io.contacthub.customer.CustomerFields.CONSENTS;

/**
 * What customers agree to, in the order and the groups of all pages and files.
 */
public enum ConsentKind {

	/** Messages by e-mail. */
	EMAIL(Group.MARKETING_BY_MACHINE, CONSENTS.MARKETING.AUTOMATIC.EMAIL,
			(consents) -> consents.marketing().automatic().email()),

	/** Text messages. */
	SMS(Group.MARKETING_BY_MACHINE, CONSENTS.MARKETING.AUTOMATIC.SMS,
			(consents) -> consents.marketing().automatic().sms()),

	/** Notices on telephones. */
	PUSH(Group.MARKETING_BY_MACHINE, CONSENTS.MARKETING.AUTOMATIC.PUSH,
			(consents) -> consents.marketing().automatic().push()),

	/** Messages of messengers. */
	IM(Group.MARKETING_BY_MACHINE, CONSENTS.MARKETING.AUTOMATIC.IM,
			(consents) -> consents.marketing().automatic().im()),

	/** Calls by machines. */
	AUTOMATIC_CALLS(Group.MARKETING_BY_MACHINE, CONSENTS.MARKETING.AUTOMATIC.TELEPHONIC,
			(consents) -> consents.marketing().automatic().telephonic()),

	/** Calls by people. */
	CALLS(Group.MARKETING_BY_PEOPLE, CONSENTS.MARKETING.TRADITIONAL.TELEPHONIC,
			(consents) -> consents.marketing().traditional().telephonic()),

	/** Letters. */
	LETTERS(Group.MARKETING_BY_PEOPLE, CONSENTS.MARKETING.TRADITIONAL.PAPERY,
			(consents) -> consents.marketing().traditional().papery()),

	/** Profiles of what is known from elsewhere than the web. */
	PROFILING(Group.PROFILING, CONSENTS.PROFILING.CLASSIC, (consents) -> consents.profiling().classic()),

	/** Profiles of what is done on the web. */
	ONLINE_PROFILING(Group.PROFILING, CONSENTS.PROFILING.ONLINE, (consents) -> consents.profiling().online()),

	/** E-mails on products like those bought. */
	SOFT_SPAM_EMAIL(Group.SOFT_SPAM, CONSENTS.SOFT_SPAM.EMAIL, (consents) -> consents.softSpam().email()),

	/** Letters on products like those bought. */
	SOFT_SPAM_LETTERS(Group.SOFT_SPAM, CONSENTS.SOFT_SPAM.PAPERY, (consents) -> consents.softSpam().papery()),

	/** Profiles that others make. */
	THIRD_PARTY_PROFILING(Group.THIRD_PARTY_TRANSFER, CONSENTS.THIRD_PARTY_TRANSFER.PROFILING,
			(consents) -> consents.thirdPartyTransfer().profiling()),

	/** Marketing of others. */
	THIRD_PARTY_MARKETING(Group.THIRD_PARTY_TRANSFER, CONSENTS.THIRD_PARTY_TRANSFER.MARKETING,
			(consents) -> consents.thirdPartyTransfer().marketing());

	private final Group group;

	private final ConsentFields<Consent> fields;

	private final Function<Consents, Consent> part;

	ConsentKind(Group group, ConsentFields<Consent> fields, Function<Consents, Consent> part) {
		this.group = group;
		this.fields = fields;
		this.part = part;
	}

	/**
	 * Return the consent with a path.
	 * @param path the path within the consents, such as {@code marketing.automatic.email}
	 * @return the consent, empty when there is none
	 */
	public static Optional<ConsentKind> of(String path) {
		return Arrays.stream(values()).filter((kind) -> kind.path().equals(path)).findAny();
	}

	/**
	 * Return the path within the consents, by which labels and addresses know it.
	 * @return the path, such as {@code marketing.automatic.email}
	 */
	public String path() {
		return String.join(".", this.fields.names().subList(1, this.fields.names().size()));
	}

	/**
	 * Return the fields to look for it by, or to set.
	 * @return the fields
	 */
	public ConsentFields<Consent> fields() {
		return this.fields;
	}

	/**
	 * Return what a customer said to it.
	 * @param consents the consents of the customer
	 * @return the consent
	 */
	public Consent of(Consents consents) {
		return this.part.apply(consents);
	}

	/**
	 * Consents that are shown under a heading.
	 */
	public enum Group {

		/** Marketing without people. */
		MARKETING_BY_MACHINE,

		/** Marketing by people. */
		MARKETING_BY_PEOPLE,

		/** Profiles. */
		PROFILING,

		/** Messages on products like those bought. */
		SOFT_SPAM,

		/** Transfer to others. */
		THIRD_PARTY_TRANSFER;

		/**
		 * Return the consents of the group.
		 * @return the consents, in their order
		 */
		public List<ConsentKind> kinds() {
			return Arrays.stream(ConsentKind.values()).filter((kind) -> kind.group == this).toList();
		}

	}

}
