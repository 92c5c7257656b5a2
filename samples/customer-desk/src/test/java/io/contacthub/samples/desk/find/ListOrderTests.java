package io.contacthub.samples.desk.find;

import io.contacthub.samples.desk.find.ListOrder.Column;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.MethodParameter;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.SortHandlerMethodArgumentResolver;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.context.request.ServletWebRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListOrder}.
 */
@DisplayName("Order of the list")
class ListOrderTests {

	private static final MethodParameter SORT = new MethodParameter(
			ReflectionUtils.findMethod(ListOrderTests.class, "sorted", Sort.class), 0);

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
		ListOrder order = order(parameter);
		assertThat(order.sort()).hasToString(sort);
		assertThat(order.parameter()).isEqualTo(parameter);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "base.credential.password", "tags", "NAME", ",desc", "extended.points,desc" })
	@DisplayName("is by name for anything that is no column:")
	void whitelist(String parameter) {
		assertThat(order(parameter).column()).isEqualTo(Column.NAME);
	}

	@Test
	@DisplayName("turns round where it is, and begins with the newest registrations")
	void heads() {
		assertThat(order("city").by(Column.CITY).parameter()).isEqualTo("city,desc");
		assertThat(order("city,desc").by(Column.CITY).parameter()).isEqualTo("city");
		assertThat(order("city").by(Column.EMAIL).parameter()).isEqualTo("email");
		assertThat(order("city").by(Column.REGISTERED).parameter()).isEqualTo("registered,desc");
	}

	@Test
	@DisplayName("is told at the head of its column only")
	void ariaSort() {
		assertThat(order("city").ariaSort(Column.CITY)).isEqualTo("ascending");
		assertThat(order("city,desc").ariaSort(Column.CITY)).isEqualTo("descending");
		assertThat(order("city").ariaSort(Column.NAME)).isNull();
	}

	private static ListOrder order(String parameter) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		if (parameter != null) {
			request.setParameter("sort", parameter);
		}
		return ListOrder.of(new SortHandlerMethodArgumentResolver().resolveArgument(SORT, null,
				new ServletWebRequest(request), null));
	}

	@SuppressWarnings("unused")
	private void sorted(Sort sort) {
	}

}
