package io.contacthub.samples.desk.move;

import java.util.List;
import java.util.stream.Stream;

import io.contacthub.query.Field;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.CONSENTS;
import static io.contacthub.customer.CustomerFields.ENABLED;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.ID;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;
import static io.contacthub.customer.CustomerFields.UPDATED_AT;

/**
 * The columns of a file of customers that is made for a spreadsheet.
 */
final class CustomerColumns {

	private static final List<String> CONSENTED = Stream
		.of(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS, CONSENTS.MARKETING.AUTOMATIC.SMS.STATUS,
				CONSENTS.MARKETING.AUTOMATIC.PUSH.STATUS, CONSENTS.MARKETING.TRADITIONAL.TELEPHONIC.STATUS,
				CONSENTS.MARKETING.TRADITIONAL.PAPERY.STATUS, CONSENTS.PROFILING.CLASSIC.STATUS,
				CONSENTS.PROFILING.ONLINE.STATUS)
		.map(Field::path)
		.toList();

	/**
	 * The paths of the fields that are written, in the order of their columns.
	 */
	static final List<String> WRITTEN = Stream
		.of(paths(ID, EXTERNAL_ID, BASE.TITLE, BASE.FIRST_NAME, BASE.MIDDLE_NAME, BASE.LAST_NAME, BASE.GENDER, BASE.DOB,
				BASE.CONTACTS.EMAIL, BASE.CONTACTS.MOBILE_PHONE, BASE.CONTACTS.PHONE, BASE.ADDRESS.STREET,
				BASE.ADDRESS.ZIP, BASE.ADDRESS.CITY, BASE.ADDRESS.PROVINCE, BASE.ADDRESS.REGION, BASE.ADDRESS.COUNTRY,
				BASE.LOCALE, BASE.TIMEZONE, TAGS.MANUAL, TAGS.AUTO), CONSENTED.stream(),
				paths(EXTRA, ENABLED, REGISTERED_AT, UPDATED_AT))
		.flatMap((paths) -> paths)
		.toList();

	/**
	 * Those that nobody sets but ContactHub and its automations.
	 */
	private static final List<String> KEPT_BY_CONTACTHUB = paths(TAGS.AUTO, REGISTERED_AT, UPDATED_AT).toList();

	/**
	 * The paths of the fields that a column may be meant for.
	 */
	static final List<String> READ = WRITTEN.stream().filter((path) -> !isKeptByContactHub(path)).toList();

	private CustomerColumns() {
	}

	private static Stream<String> paths(Field<?>... fields) {
		return Stream.of(fields).map(Field::path);
	}

	static boolean isConsent(String path) {
		return CONSENTED.contains(path);
	}

	static boolean isKeptByContactHub(String path) {
		return KEPT_BY_CONTACTHUB.contains(path);
	}

}
