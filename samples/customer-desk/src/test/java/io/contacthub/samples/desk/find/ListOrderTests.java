package io.contacthub.samples.desk.find;

import io.contacthub.samples.desk.find.ListOrder.Column;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListOrder}.
 */
@DisplayName("Order of the list")
class ListOrderTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			name            | base.lastName: ASC,base.firstName: ASC
			name,desc       | base.lastName: DESC,base.firstName: DESC
			email           | base.contacts.email: ASC
			city,desc       | base.address.city: DESC
			born            | base.dob: ASC
			registered,desc | registeredAt: DESC
			""")
	@DisplayName("is by fields of the customer, for")
	void sorts(String parameter, String sort) {
		ListOrder order = ListOrder.of(parameter);
		assertThat(order.sort()).hasToString(sort);
		assertThat(order.parameter()).isEqualTo(parameter);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(
			strings = { "", "base.credential.password", "tags", "name,up", "NAME", ",desc", "extended.points,desc" })
	@DisplayName("is by name for anything that is no column:")
	void whitelist(String parameter) {
		assertThat(ListOrder.of(parameter).column()).isEqualTo(Column.NAME);
	}

	@Test
	@DisplayName("turns round where it is, and begins with the newest registrations")
	void heads() {
		assertThat(ListOrder.of("city").by(Column.CITY).parameter()).isEqualTo("city,desc");
		assertThat(ListOrder.of("city,desc").by(Column.CITY).parameter()).isEqualTo("city");
		assertThat(ListOrder.of("city").by(Column.EMAIL).parameter()).isEqualTo("email");
		assertThat(ListOrder.of("city").by(Column.REGISTERED).parameter()).isEqualTo("registered,desc");
	}

	@Test
	@DisplayName("is told at the head of its column only")
	void ariaSort() {
		assertThat(ListOrder.of("city").ariaSort(Column.CITY)).isEqualTo("ascending");
		assertThat(ListOrder.of("city,desc").ariaSort(Column.CITY)).isEqualTo("descending");
		assertThat(ListOrder.of("city").ariaSort(Column.NAME)).isNull();
	}

}
