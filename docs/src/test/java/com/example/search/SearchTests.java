package com.example.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.example.AbstractEmulatorTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.query.Criterion;
import io.contacthub.query.Field;
import io.contacthub.query.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.ENABLED;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DisplayName("The page on searches")
class SearchTests extends AbstractEmulatorTests {

	private static final Field<Object> POINTS = Field.extended("points");

	private final CustomerRepository customers = NODE.customers();

	private final Searches searches = new Searches(this.customers);

	@BeforeEach
	void store() {
		store("Ann", "Rossi", "1990-01-01", "Milano", 7, "member", "vip");
		store("bea", "De Rossi", "2000-12-31", "Roma", 100, "member");
		this.customers.insert(Customer.of(Map.of("externalId", "c", "extra", "Cal")));
	}

	private void store(String name, String lastName, String dob, String city, int points, String... tags) {
		this.customers.insert(Customer.of(Map.of("extra", name, "enabled", true, "base",
				Map.of("firstName", name, "lastName", lastName, "dob", dob, "contacts",
						Map.of("email", name + "@example.com"), "address", Map.of("city", city), "jobs",
						List.of(Map.of("id", "1", "companyName", name + " Ltd"))),
				"tags", Map.of("manual", tags), "extended", Map.of("points", points))));
	}

	private List<String> found(Query query) {
		try (Stream<Customer> found = this.customers.stream(query)) {
			return found.map(Customer::extra).toList();
		}
	}

	static Stream<Arguments> criteria() {
		return Stream.of(Arguments.of(BASE.FIRST_NAME.eq("Ann"), "Ann"), Arguments.of(BASE.FIRST_NAME.eq("ann"), ""),
				Arguments.of(BASE.FIRST_NAME.eq(null), "Cal"), Arguments.of(BASE.FIRST_NAME.ne("Ann"), "bea,Cal"),
				Arguments.of(BASE.FIRST_NAME.ne(null), "Ann,bea"), Arguments.of(BASE.FIRST_NAME.lt("a"), "Ann"),
				Arguments.of(BASE.FIRST_NAME.in(List.of("Ann", "Bea")), "Ann"),
				Arguments.of(BASE.FIRST_NAME.notIn(List.of("Ann")), "bea,Cal"),
				Arguments.of(BASE.LAST_NAME.like("ros*"), "Ann"),
				Arguments.of(BASE.LAST_NAME.like("%ROSSI"), "Ann,bea"),
				Arguments.of(BASE.LAST_NAME.like("oss"), "Ann,bea"), Arguments.of(BASE.LAST_NAME.isNull(), "Cal"),
				Arguments.of(BASE.DOB.between(LocalDate.of(1990, 1, 1), LocalDate.of(2000, 12, 31)), "Ann,bea"),
				Arguments.of(BASE.DOB.gt("1990-01-01"), "bea"),
				Arguments.of(BASE.DOB.lte(OffsetDateTime.parse("1990-01-01T23:00:00-05:00")), "Ann"),
				Arguments.of(POINTS.gt(7), "bea"), Arguments.of(POINTS.gte(7.0), "Ann,bea"),
				Arguments.of(POINTS.eq("7"), "Ann"), Arguments.of(POINTS.lt("x"), ""),
				Arguments.of(TAGS.MANUAL.contains("vip"), "Ann"), Arguments.of(TAGS.MANUAL.contains("VIP"), ""),
				Arguments.of(TAGS.MANUAL.doesNotContain("vip"), "bea,Cal"),
				Arguments.of(TAGS.MANUAL.contains("vip").or(TAGS.MANUAL.isNull()), "Ann,Cal"),
				Arguments.of(BASE.JOBS.COMPANY_NAME.eq("Ann Ltd"), "Ann"), Arguments.of(BASE.ADDRESS.isNull(), "Cal"),
				Arguments.of(ENABLED.eq(true), "Ann,bea,Cal"));
	}

	@ParameterizedTest
	@MethodSource("criteria")
	@DisplayName("says what the emulator finds")
	void finds(Criterion criterion, String extras) {
		assertThat(String.join(",", found(Query.where(criterion)))).isEqualTo(extras);
	}

	@Test
	@DisplayName("shows searches that find what they are for")
	void searches() {
		CustomerSearch search = new CustomerSearch(this.customers);
		Pageable page = PageRequest.of(0, 50);
		assertThat(search.membersBornBetween(LocalDate.of(1980, 1, 1), LocalDate.of(1999, 1, 1), page)).hasSize(1);
		assertThat(found(Searches.combined())).containsExactly("Ann", "bea");
		assertThat(this.searches.search(new Searches.Filter(null, null, List.of()), page)).hasSize(3);
		assertThat(this.searches.search(new Searches.Filter("Roma", LocalDate.of(1999, 1, 1), List.of("member")), page))
			.extracting(Customer::extra)
			.containsExactly("bea");
		assertThat(found(Searches.named())).isEmpty();
		List<String> all = new ArrayList<>();
		this.searches.pages(Query.all(), (customer) -> all.add(customer.extra()));
		assertThat(all).containsExactly("bea", "Ann", "Cal");
		assertThat(this.searches.some(Searches.combined())).containsExactly("Ann@example.com", "bea@example.com");
		assertThat(this.searches.stream(Searches.combined())).containsExactly("Ann@example.com", "bea@example.com");
		assertThat(this.searches.count()).isEqualTo(2);
		assertThat(found(Searches.sets())).containsExactly("Ann", "bea");
		assertThat(found(Searches.raw())).containsExactly("Ann");
		assertThat(this.searches.liked()).extracting(Customer::extra).containsExactly("Ann");
		this.searches.walk();
		assertThat(this.customers.count()).isEqualTo(3);
	}

	@Test
	@DisplayName("says what is refused before a request")
	void refuses() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.findAll(Pageable.unpaged()))
			.withMessageContaining("stream()");
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.findAll(PageRequest.of(0, 51)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers
			.findAll(PageRequest.of(0, 5, Sort.by(Sort.Order.by("base.lastName").ignoreCase()))));
		assertThatIllegalArgumentException().isThrownBy(() -> BASE.DOB.eq(Instant.EPOCH));
		assertThatIllegalArgumentException().isThrownBy(() -> BASE.FIRST_NAME.gt(null)).withMessageContaining("isNull");
		assertThatIllegalArgumentException().isThrownBy(() -> Searches.combined().except(Query.all()));
		assertThatIllegalStateException().isThrownBy(() -> Searches.sets().and(BASE.DOB.isNull()))
			.withMessageContaining("intersect");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> found(Query.raw(Map.of("type", "other"))));
	}

}
