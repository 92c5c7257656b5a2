package io.contacthub.samples.desk.change;

import java.util.List;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.query.Field;
import io.contacthub.samples.desk.CustomerName;

import org.springframework.util.MultiValueMap;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.ENABLED;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static io.contacthub.customer.CustomerFields.EXTRA;

/**
 * The inputs of a customer.
 */
final class CustomerInputs {

	private static final InputGroup EVERYDAY = new InputGroup("everyday", text(BASE.FIRST_NAME), text(BASE.LAST_NAME),
			Input.of(BASE.CONTACTS.EMAIL, InputType.EMAIL), text(BASE.CONTACTS.MOBILE_PHONE), text(BASE.CONTACTS.PHONE),
			Input.of(BASE.DOB, InputType.DAY), text(BASE.ADDRESS.CITY));

	private static final InputGroup ADDRESS = new InputGroup("address", text(BASE.ADDRESS.STREET),
			text(BASE.ADDRESS.ZIP), text(BASE.ADDRESS.PROVINCE), text(BASE.ADDRESS.REGION),
			Input.of(BASE.ADDRESS.COUNTRY, InputType.COUNTRY))
		.fold();

	static final List<InputGroup> ALL = List.of(EVERYDAY, ADDRESS,
			new InputGroup("person", text(BASE.TITLE), text(BASE.PREFIX), text(BASE.MIDDLE_NAME),
					Input.of(BASE.GENDER, InputType.GENDER), Input.of(BASE.LOCALE, InputType.LANGUAGE),
					Input.of(BASE.TIMEZONE, InputType.ZONE), text(BASE.CONTACTS.FAX))
				.fold(),
			new InputGroup("account", text(EXTERNAL_ID), Input.of(ENABLED, InputType.YES_NO), text(BASE.PICTURE_URL),
					Input.of(EXTRA, InputType.LONG_TEXT))
				.fold(),
			new InputGroup("social", text(BASE.SOCIAL_PROFILE.FACEBOOK), text(BASE.SOCIAL_PROFILE.GOOGLE),
					text(BASE.SOCIAL_PROFILE.INSTAGRAM), text(BASE.SOCIAL_PROFILE.LINKEDIN),
					text(BASE.SOCIAL_PROFILE.QZONE), text(BASE.SOCIAL_PROFILE.TWITTER))
				.fold());

	static final List<InputGroup> NEW = List.of(EVERYDAY, ADDRESS,
			new InputGroup("person", text(BASE.TITLE), Input.of(BASE.GENDER, InputType.GENDER),
					Input.of(BASE.LOCALE, InputType.LANGUAGE))
				.fold(),
			new InputGroup("account", text(EXTERNAL_ID)).fold());

	private CustomerInputs() {
	}

	/**
	 * Return the inputs for a customer.
	 */
	static List<InputGroup> of(Customer customer) {
		return Stream.of(ALL, ExtendedInputs.of(customer.extended())).flatMap(List::stream).toList();
	}

	/**
	 * Return the inputs that a form had.
	 */
	static List<InputGroup> sent(MultiValueMap<String, String> parameters) {
		return Stream.of(ALL, ExtendedInputs.sent(parameters)).flatMap(List::stream).toList();
	}

	/**
	 * Return what the customer was called when a form was opened.
	 */
	static String name(InputForm form, String id) {
		return CustomerName.of(Customer.builder()
			.id(id)
			.base((base) -> base.firstName(form.originalText(BASE.FIRST_NAME.path()))
				.lastName(form.originalText(BASE.LAST_NAME.path()))
				.contacts((contacts) -> contacts.email(form.originalText(BASE.CONTACTS.EMAIL.path()))))
			.build());
	}

	private static Input text(Field<?> field) {
		return Input.of(field, InputType.TEXT);
	}

}
