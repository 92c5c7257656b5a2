package io.contacthub.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.contacthub.customer.Customer;
import io.contacthub.customer.Job;
import io.contacthub.event.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.ExampleMatcher;
import org.springframework.data.domain.ExampleMatcher.GenericPropertyMatchers;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.FluentQuery.FetchableFluentQuery;
import org.springframework.data.repository.query.QueryByExampleExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for queries by example on the emulator.
 */
@DisplayName("An example of a customer")
class ExampleQueryTests {

	private static EmulatedRepositories emulated;

	private static Readers readers;

	@BeforeAll
	static void start() {
		emulated = new EmulatedRepositories(60);
		readers = emulated.repository(Readers.class);
		for (String name : List.of("Ada", "Bea", "Cleo")) {
			readers.save(Customer.builder()
				.externalId(name)
				.base((base) -> base.firstName(name)
					.dob(LocalDate.of(1990, 1, 2))
					.address((address) -> address.city("Atlantis")))
				.tags((tags) -> tags.manual(List.of("vip", name)))
				.build());
		}
	}

	@AfterAll
	static void stop() {
		emulated.close();
	}

	@BeforeEach
	void forget() {
		emulated.forgetRequests();
	}

	private static Customer inAtlantis() {
		return Customer.builder()
			.base((base) -> base.dob(LocalDate.of(1990, 1, 2)).address((address) -> address.city("Atlantis")))
			.tags((tags) -> tags.manual(List.of("vip")))
			.build();
	}

	@Test
	@DisplayName("finds the customers that have what it has")
	void finds() {
		assertThat(readers.findAll(Example.of(inAtlantis()), Sort.by("base.firstName").descending()))
			.extracting(Customer::externalId)
			.containsExactly("Cleo", "Bea", "Ada");
		assertThat(emulated.condition()).isEqualTo(EmulatedRepositories.json("""
				{'type':'composite','conjunction':'and','conditions':[
					{'type':'atomic','attribute':'base.dob','operator':'EQUALS','value':'1990-01-02'},
					{'type':'atomic','attribute':'base.address.city','operator':'EQUALS','value':'Atlantis'},
					{'type':'atomic','attribute':'tags.manual','operator':'IN','value':'vip'}]}"""));
		assertThat(readers.findAll(Example.of(inAtlantis()))).hasSize(3);
		assertThat(readers.findAll(Example.of(inAtlantis()), PageRequest.of(1, 2))).hasSize(1);
		assertThat(readers.count(Example.of(inAtlantis()))).isEqualTo(3);
		assertThat(readers.exists(Example.of(inAtlantis().withExternalId("Dora")))).isFalse();
	}

	@Test
	@DisplayName("finds one, none, or says that there are several")
	void findsOne() {
		assertThat(readers.findOne(Example.of(Customer.builder().externalId("Bea").build()))).get()
			.extracting((customer) -> customer.base().firstName())
			.isEqualTo("Bea");
		assertThat(readers.findOne(Example.of(Customer.builder().externalId("Dora").build()))).isEmpty();
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> readers.findOne(Example.of(inAtlantis())));
	}

	@Test
	@DisplayName("finds those that have any of it, or have it but for a path, when its matcher says so")
	void matchers() {
		Customer example = Customer.builder().externalId("Ada").extra("x").build();
		assertThat(readers.findAll(Example.of(example, ExampleMatcher.matchingAny()))).hasSize(1);
		assertThat(readers.findAll(Example.of(example, ExampleMatcher.matching().withIgnorePaths("extra")))).hasSize(1);
		assertThat(readers.findAll(Example.of(example))).isEmpty();
		assertThat(readers.count(Example.of(Customer.builder().build()))).isEqualTo(63);
		assertThat(emulated.parameter("query")).isNull();
	}

	@Test
	@DisplayName("is refused when it asks for what ContactHub cannot find, without a request")
	void refused() {
		Customer example = Customer.builder().externalId("Ada").build();
		for (ExampleMatcher matcher : List.of(ExampleMatcher.matching().withIgnoreCase(),
				ExampleMatcher.matching().withStringMatcher(ExampleMatcher.StringMatcher.CONTAINING),
				ExampleMatcher.matching().withIncludeNullValues(),
				ExampleMatcher.matching().withMatcher("externalId", GenericPropertyMatchers.startsWith()),
				ExampleMatcher.matching().withTransformer("externalId", (value) -> value))) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).as(matcher.toString())
				.isThrownBy(() -> readers.findAll(Example.of(example, matcher)))
				.withMessageContaining("which ContactHub cannot find");
		}
		Customer worker = Customer.builder()
			.base((base) -> base.jobs(Job.builder().id("1").companyName("Acme").build()))
			.build();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> readers.findAll(Example.of(worker)))
			.withMessageContaining("base.jobs");
		assertThat(emulated.requests()).isEmpty();
		assertThatExceptionOfType(UnsupportedQueryMethodException.class)
			.isThrownBy(() -> emulated.repository(Visits.class))
			.withMessageContaining("Visits");
	}

	@Test
	@DisplayName("is refused with an order that there is not, however it is given, without a request")
	void refusesOrders() {
		Example<Customer> example = Example.of(inAtlantis());
		Sort unknown = Sort.by("baseLastName");
		assertThatIllegalArgumentException().isThrownBy(() -> readers.findAll(example, unknown))
			.withMessageContaining("its name is 'base.lastName'");
		assertThatIllegalArgumentException().isThrownBy(() -> readers.findAll(example, PageRequest.of(0, 5, unknown)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> readers.<Customer, Object>findBy(example, (found) -> found.sortBy(unknown).firstValue()));
		assertThat(emulated.requests()).isEmpty();
	}

	@Test
	@DisplayName("gives what it finds in the form that is asked for")
	void fluent() {
		Example<Customer> example = Example.of(inAtlantis());
		List<Name> names = readers.findBy(example, (found) -> found.as(Name.class).sortBy(Sort.by("externalId")).all());
		assertThat(names).containsExactly(new Name("Ada", "Atlantis"), new Name("Bea", "Atlantis"),
				new Name("Cleo", "Atlantis"));
		assertThat(emulated.parameter("fields").split(",")).containsExactlyInAnyOrder("base.firstName",
				"base.address.city");
		assertThat(readers.<Customer, List<HasId>>findBy(example,
				(found) -> found.as(HasId.class).limit(2).stream().toList()))
			.hasSize(2)
			.allSatisfy((customer) -> assertThat(customer.getId()).isNotBlank());
		assertThat(readers.<Customer, Long>findBy(example, FetchableFluentQuery::count)).isEqualTo(3);
		assertThat(readers.<Customer, Boolean>findBy(example, FetchableFluentQuery::exists)).isTrue();
		assertThat(readers.<Customer, Object>findBy(example,
				(found) -> found.sortBy(Sort.by("externalId")).project("externalId").firstValue()))
			.isInstanceOfSatisfying(Customer.class, (customer) -> {
				assertThat(customer.externalId()).isEqualTo("Ada");
				assertThat(Objects.requireNonNull(customer.projection()).paths()).isEqualTo("externalId");
			});
		assertThat(readers.<Customer, Iterable<Customer>>findBy(example,
				(found) -> found.limit(2).scroll(ScrollPosition.offset())))
			.hasSize(2);
		assertThat(readers.<Customer, Iterable<Customer>>findBy(example,
				(found) -> found.limit(0).scroll(ScrollPosition.offset())))
			.isEmpty();
		assertThat(readers.<Customer, List<Customer>>findBy(example, (found) -> found.limit(0).all())).isEmpty();
		assertThat(readers.<Customer, Optional<Customer>>findBy(example, (found) -> found.limit(0).one())).isEmpty();
		assertThat(readers.<Customer, Iterable<Customer>>findBy(example, (found) -> found.page(PageRequest.of(0, 1))))
			.hasSize(1);
	}

	record Name(String baseFirstName, String baseAddressCity) {

	}

	/**
	 * Some of a customer.
	 */
	interface HasId {

		String getId();

	}

	interface Readers extends ContactHubRepository<Customer>, QueryByExampleExecutor<Customer> {

	}

	interface Visits extends ContactHubRepository<Event>, QueryByExampleExecutor<Event> {

	}

}
