package io.contacthub.customer;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;

import io.contacthub.json.ApiObject;
import io.contacthub.query.Field;
import io.contacthub.query.ListField;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CustomerFields} and {@link Field}.
 */
@DisplayName("The fields of a customer")
class CustomerFieldsTests {

	@Test
	@DisplayName("S46 are constants for every component of every record")
	void areComplete() throws ReflectiveOperationException {
		assertThat(check(Customer.class, CustomerFields.class, null, "")).isGreaterThan(100);
	}

	private int check(Class<?> record, Class<?> fields, Object parent, String prefix)
			throws ReflectiveOperationException {
		int count = 0;
		for (RecordComponent component : record.getRecordComponents()) {
			if (!component.getName().equals("unknown") && !component.getName().equals("projection")) {
				String name = component.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
				Field<?> field = (Field<?>) fields.getField(name).get(parent);
				assertThat(field.path()).isEqualTo(prefix + component.getName());
				count++;
				Class<?> type = component.getType();
				if (component.getGenericType() instanceof ParameterizedType parameterized
						&& parameterized.getActualTypeArguments().length == 1) {
					Type argument = parameterized.getActualTypeArguments()[0];
					type = (Class<?>) argument;
					assertThat(ApiObject.class.isAssignableFrom(type) || field instanceof ListField).isTrue();
				}
				if (ApiObject.class.isAssignableFrom(type)) {
					count += check(type, field.getClass(), field, field.path() + ".");
				}
			}
		}
		return count;
	}

	@Test
	@DisplayName("know whether they are within the elements of a list")
	void knowTheirLists() {
		assertThat(CustomerFields.BASE.EDUCATIONS.isWithinList()).isFalse();
		assertThat(CustomerFields.BASE.EDUCATIONS.SCHOOL_NAME.isWithinList()).isTrue();
		assertThat(CustomerFields.BASE.SUBSCRIPTIONS.PREFERENCES.KEY.isWithinList()).isTrue();
		assertThat(CustomerFields.TAGS.MANUAL.isWithinList()).isFalse();
	}

	@Test
	@DisplayName("are equal when they are the same, however they were made")
	void areEqual() {
		assertThat(Field.field("base.contacts.email")).isEqualTo(CustomerFields.BASE.CONTACTS.EMAIL)
			.hasSameHashCodeAs(CustomerFields.BASE.CONTACTS.EMAIL)
			.hasToString("base.contacts.email");
		assertThat(Field.extended("a.b")).isNotEqualTo(Field.extended("a", "b"));
		assertThat(Map.<Field<?>, Integer>of(CustomerFields.EXTRA, 1)).containsKey(Field.field("extra"));
		assertThatIllegalArgumentException().isThrownBy(() -> Field.field(""));
		assertThatIllegalArgumentException().isThrownBy(() -> Field.field("a."));
	}

}
