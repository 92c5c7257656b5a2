package io.contacthub.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.error.CustomerConflictException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.query.Param;
import org.springframework.data.support.WindowIterator;
import org.springframework.data.util.Streamable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for repositories of customers on the emulator, whose results are compared with
 * those that Java finds among all customers.
 */
@DisplayName("A repository of customers that is declared as an interface")
class CustomerQueryJourneyTests {

	private static final int CUSTOMERS = 230;

	private static final LocalDate YOUNG = LocalDate.of(1985, 1, 1);

	private static EmulatedRepositories emulated;

	private static Readers readers;

	private static List<Customer> all;

	@BeforeAll
	static void start() {
		emulated = new EmulatedRepositories(CUSTOMERS);
		readers = emulated.repository(Readers.class);
		try (Stream<Customer> customers = emulated.node().customers().stream()) {
			all = customers.toList();
		}
		assertThat(all).hasSize(CUSTOMERS);
	}

	@AfterAll
	static void stop() {
		emulated.close();
	}

	@BeforeEach
	void forget() {
		emulated.forgetRequests();
	}

	private static String commonCity() {
		return all.stream()
			.map((customer) -> customer.base().address().city())
			.filter(Objects::nonNull)
			.collect(Collectors.groupingBy((city) -> city, Collectors.counting()))
			.entrySet()
			.stream()
			.max(Comparator.comparing((entry) -> entry.getValue()))
			.orElseThrow()
			.getKey();
	}

	private static String commonTag() {
		return all.stream()
			.flatMap((customer) -> customer.tags().manual().stream())
			.collect(Collectors.groupingBy((tag) -> tag, Collectors.counting()))
			.entrySet()
			.stream()
			.max(Comparator.comparing((entry) -> entry.getValue()))
			.orElseThrow()
			.getKey();
	}

	private static List<String> expected(Predicate<Customer> condition) {
		List<String> ids = all.stream().filter(condition).map(Customer::id).sorted().toList();
		assertThat(ids).as("customers to be found").isNotEmpty().hasSizeLessThan(CUSTOMERS);
		return ids;
	}

	private static List<String> ids(Iterable<Customer> customers) {
		List<String> ids = new ArrayList<>();
		customers.forEach((customer) -> ids.add(customer.id()));
		ids.sort(null);
		return ids;
	}

	private static boolean isYoung(Customer customer) {
		LocalDate dob = customer.base().dob();
		return dob != null && !dob.isBefore(YOUNG);
	}

	@Test
	@DisplayName("finds the same customers as Java does")
	void comparisons() {
		String city = commonCity();
		String tag = commonTag();
		assertThat(ids(readers.findByBaseAddressCity(city)))
			.isEqualTo(expected((customer) -> city.equals(customer.base().address().city())));
		assertThat(ids(readers.findByBaseDobGreaterThanEqual(YOUNG)))
			.isEqualTo(expected(CustomerQueryJourneyTests::isYoung));
		assertThat(ids(readers.findByTagsManualContainingAndBaseDobGreaterThanEqualOrBaseAddressCity(tag, YOUNG, city)))
			.isEqualTo(expected((customer) -> (customer.tags().manual().contains(tag) && isYoung(customer))
					|| city.equals(customer.base().address().city())));
		assertThat(ids(readers.findByTagsManualNotContaining(tag)))
			.isEqualTo(expected((customer) -> !customer.tags().manual().contains(tag)));
		Set<String> cities = new HashSet<>(List.of(city, Objects.requireNonNull(all.get(0).base().address().city())));
		assertThat(ids(readers.findByBaseAddressCityIn(cities)))
			.isEqualTo(expected((customer) -> cities.contains(customer.base().address().city())));
	}

	@Test
	@DisplayName("counts and tells whether there is any, with one request each")
	void counts() {
		String city = commonCity();
		assertThat(readers.countByBaseAddressCity(city))
			.isEqualTo(expected((customer) -> city.equals(customer.base().address().city())).size());
		assertThat(readers.existsByBaseAddressCity(city)).isTrue();
		assertThat(readers.existsByBaseAddressCity("Nowhere")).isFalse();
		assertThat(readers.count()).isEqualTo(CUSTOMERS);
		assertThat(emulated.requests()).hasSize(4);
	}

	@Test
	@DisplayName("gives pages, in a loop that ends")
	void pages() {
		Set<String> found = new HashSet<>();
		Pageable pageable = PageRequest.of(0, 50, Sort.by("base.lastName"));
		while (pageable.isPaged()) {
			Page<Customer> page = readers.findByEnabledTrue(pageable);
			assertThat(page.getTotalElements()).isEqualTo(CUSTOMERS);
			page.forEach((customer) -> found.add(customer.id()));
			pageable = page.nextPageable();
		}
		assertThat(found).hasSize(CUSTOMERS);
		assertThat(emulated.requests()).hasSize(5);
		assertThatIllegalArgumentException().isThrownBy(() -> readers.findByEnabledTrue(Pageable.unpaged()));
		assertThatIllegalArgumentException().isThrownBy(() -> readers.findByEnabledTrue(PageRequest.of(0, 51)));
	}

	@Test
	@DisplayName("gives slices")
	void slices() {
		Slice<Customer> slice = readers.findByEnabledIsTrue(PageRequest.of(4, 50));
		assertThat(slice).hasSize(30);
		assertThat(slice.hasNext()).isFalse();
	}

	@Test
	@DisplayName("gives windows one after the other, each customer once")
	void windows() {
		List<String> found = new ArrayList<>();
		WindowIterator.of((position) -> readers.findFirst40ByEnabledTrueOrderByRegisteredAt(position))
			.startingAt(ScrollPosition.offset())
			.forEachRemaining((customer) -> found.add(customer.id()));
		assertThat(found).hasSize(CUSTOMERS).doesNotHaveDuplicates();
		assertThat(emulated.requests()).hasSize(6);
	}

	@Test
	@DisplayName("gives a window from any place on")
	void windowWithinPage() {
		Window<Customer> whole = readers.findFirst40ByEnabledTrueOrderByRegisteredAt(ScrollPosition.offset());
		Window<Customer> rest = readers.findFirst40ByEnabledTrueOrderByRegisteredAt(whole.positionAt(9));
		assertThat(rest.getContent()).hasSize(40).startsWith(whole.getContent().get(10));
		Window<Customer> end = readers
			.findFirst40ByEnabledTrueOrderByRegisteredAt(ScrollPosition.offset(CUSTOMERS - 6));
		assertThat(end.getContent()).hasSize(5);
		assertThat(end.hasNext()).isFalse();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> readers.findFirst40ByEnabledTrueOrderByRegisteredAt(ScrollPosition.keyset()))
			.withMessageContaining("ScrollPosition.offset()");
	}

	@Test
	@DisplayName("streams all that it finds, page by page")
	void streams() {
		try (Stream<Customer> found = readers.streamByEnabledTrue()) {
			assertThat(found.map(Customer::id)).hasSize(CUSTOMERS).doesNotHaveDuplicates();
		}
		assertThat(emulated.requests()).hasSize(5);
		assertThat(readers.readByEnabledTrue()).hasSize(CUSTOMERS);
	}

	@Test
	@DisplayName("gives no more than the limit, in the order asked for")
	void limits() {
		List<String> names = all.stream().map((customer) -> customer.base().lastName()).sorted().toList();
		assertThat(readers.findTop3ByEnabledTrueOrderByBaseLastNameDesc())
			.extracting((customer) -> customer.base().lastName())
			.containsExactly(names.get(CUSTOMERS - 1), names.get(CUSTOMERS - 2), names.get(CUSTOMERS - 3));
		assertThat(readers.findByEnabledTrue(Limit.of(60), Sort.by("base.lastName")))
			.extracting((customer) -> customer.base().lastName())
			.isEqualTo(names.subList(0, 60));
		assertThat(readers.findByEnabledTrue(Limit.unlimited(), Sort.unsorted())).hasSize(CUSTOMERS);
		assertThat(readers.findFirstByEnabledTrueOrderByBaseLastName()).get()
			.extracting((customer) -> customer.base().lastName())
			.isEqualTo(names.get(0));
	}

	@Test
	@DisplayName("gives one, none, or says that there are several")
	void single() {
		Customer first = all.get(0);
		String email = Objects.requireNonNull(first.base().contacts().email());
		assertThat(readers.findByBaseContactsEmail(email)).get().isEqualTo(first);
		assertThat(readers.findByBaseContactsEmail("nobody@example.com")).isEmpty();
		assertThat(readers.getByExternalId("none")).isNull();
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> readers.getByExternalIdIs("none"));
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> readers.findByEnabled(true))
			.satisfies((ex) -> assertThat(ex.getActualSize()).isEqualTo(CUSTOMERS));
	}

	@Test
	@DisplayName("fetches only what an interface has")
	void interfaceProjections() {
		Customer first = all.get(0);
		String email = Objects.requireNonNull(first.base().contacts().email());
		Reader reader = readers.findReaderByBaseContactsEmail(email);
		assertThat(reader.getId()).isEqualTo(first.id());
		assertThat(reader.getBase().getLastName()).isEqualTo(first.base().lastName());
		assertThat(reader.getBase().getContacts().getEmail()).isEqualTo(email);
		assertThat(emulated.parameter("fields").split(",")).containsExactlyInAnyOrder("id", "base.lastName",
				"base.contacts.email");
		assertThat(readers.findOpenByBaseContactsEmail(email).getGreeting())
			.isEqualTo("Dear " + first.base().firstName());
		assertThat(emulated.parameter("fields")).isNull();
	}

	@Test
	@DisplayName("fetches only what a record or the constructor of a class has")
	void recordProjections() {
		List<Address> addresses = readers.findAddressByEnabledTrue();
		assertThat(emulated.parameter("fields").split(",")).containsExactlyInAnyOrder("id", "base.contacts.email",
				"base.dob");
		assertThat(readers.findNameByBaseContactsEmail(Objects.requireNonNull(addresses.get(0).baseContactsEmail()))
			.toString()).isEqualTo("Name of " + addresses.get(0).id());
		assertThat(emulated.parameter("fields")).isEqualTo("id");
		assertThat(addresses).hasSameElementsAs(all.stream()
			.map((customer) -> new Address(customer.id(), customer.base().contacts().email(), customer.base().dob()))
			.toList());
	}

	@Test
	@DisplayName("fetches only what the type that is given has, or everything")
	void dynamicProjections() {
		String city = commonCity();
		assertThat(readers.findByBaseAddressCity(city, Address.class)).first().isInstanceOf(Address.class);
		assertThat(emulated.parameter("fields")).contains("base.dob").doesNotContain("base.lastName");
		assertThat(readers.findByBaseAddressCity(city, Reader.class)).first()
			.extracting((reader) -> reader.getBase().getLastName())
			.isNotNull();
		assertThat(ids(readers.findByBaseAddressCity(city, Customer.class)))
			.isEqualTo(ids(readers.findByBaseAddressCity(city)));
		assertThat(emulated.parameter("fields")).isNull();
	}

	@Test
	@DisplayName("asks in ContactHub's own words, in which a value is no more than a value")
	void declared() {
		String city = commonCity();
		Predicate<Customer> lives = (customer) -> city.equals(customer.base().address().city());
		assertThat(ids(readers.findInCity(city))).isEqualTo(expected(lives));
		assertThat(readers.countInCity(city)).isEqualTo(expected(lives).size());
		assertThat(readers.isAnyInCity("\"} or {\"")).isFalse();
		assertThat(emulated.condition().at("/value").stringValue()).isEqualTo("\"} or {\"");
		assertThat(readers.findYoungPage(YOUNG, List.of(city), PageRequest.of(0, 5)).getTotalElements())
			.isEqualTo(expected(lives.and(CustomerQueryJourneyTests::isYoung)).size());
		assertThatIllegalArgumentException().isThrownBy(() -> readers.findInCity(null)).withMessageContaining(":city");
	}

	@Test
	@DisplayName("refuses a value that is missing where there must be one")
	void missingValues() {
		assertThatIllegalArgumentException().isThrownBy(() -> readers.findByBaseDobGreaterThanEqual(null))
			.withMessageContaining("base.dob");
		assertThatIllegalArgumentException().isThrownBy(() -> readers.findByBaseAddressCityIn(null))
			.withMessageContaining("base.address.city");
		assertThat(emulated.requests()).isEmpty();
	}

	@Test
	@DisplayName("stores, reads and deletes as other repositories of Spring do")
	void basicMethods() {
		try (EmulatedRepositories own = new EmulatedRepositories(2)) {
			Readers repository = own.repository(Readers.class);
			Customer stored = repository.save(Customer.builder().externalId("1").build());
			String id = stored.id();
			assertThat(repository.findById(id)).contains(stored);
			assertThat(repository.existsById(id)).isTrue();
			assertThat(repository.existsById("none")).isFalse();
			assertThat(repository.save(stored.withExtra("x")).extra()).isEqualTo("x");
			List<Customer> several = repository.saveAll(
					List.of(Customer.builder().externalId("2").build(), Customer.builder().externalId("3").build()));
			assertThat(repository.findAllById(List.of(several.get(1).id(), "none", id)))
				.extracting(Customer::externalId)
				.containsExactly("3", "1");
			assertThat(repository.findAll(PageRequest.of(0, 2)).getTotalElements()).isEqualTo(5);
			repository.delete(several.get(0));
			repository.deleteById(id);
			assertThat(repository.count()).isEqualTo(3);
			repository.deleteById(id);
			assertThat(repository.count()).isEqualTo(3);
			assertThatIllegalArgumentException()
				.isThrownBy(() -> repository.delete(Customer.builder().externalId("4").build()))
				.withMessageContaining("id is missing");
			repository.save(Customer.builder().base((base) -> base.contacts((c) -> c.email("a@example.com"))).build());
			assertThatExceptionOfType(CustomerConflictException.class).isThrownBy(() -> repository
				.save(Customer.builder().base((base) -> base.contacts((c) -> c.email("a@example.com"))).build()));
		}
	}

	@Test
	@DisplayName("deletes all that it finds where this was agreed to")
	void deletes() {
		try (EmulatedRepositories own = new EmulatedRepositories(120)) {
			Readers repository = own.repository(Readers.class);
			repository.save(Customer.builder().externalId("stays").enabled(false).build());
			assertThat(repository.deleteByEnabledTrue()).isEqualTo(120);
			assertThat(repository.count()).isOne();
		}
	}

	@Test
	@DisplayName("deletes nobody because a value is missing, or because there are no values")
	void deletesByMissingValues() {
		try (EmulatedRepositories own = new EmulatedRepositories(5)) {
			Readers repository = own.repository(Readers.class);
			assertThatIllegalArgumentException().isThrownBy(() -> repository.deleteByExternalId(null))
				.withMessageContaining("is null");
			assertThatIllegalArgumentException().isThrownBy(() -> repository.deleteByExternalIdNotIn(List.of()))
				.withMessageContaining("all of the node would be deleted");
			own.forgetRequests();
			assertThat(repository.deleteByExternalIdIn(List.of())).isZero();
			assertThat(own.requests()).isEmpty();
			assertThat(repository.count()).isEqualTo(5);
		}
	}

	@Test
	@DisplayName("finds nobody by one of no values, everybody by none of no values, and asks only where it must")
	void emptyCollections() {
		assertThat(readers.findByBaseAddressCityIn(Set.of())).isEmpty();
		assertThat(readers.findByExternalIdIn(List.of(), PageRequest.of(0, 5))).isEmpty();
		assertThat(readers.findByBaseAddressCityInAndEnabledTrue(Set.of())).isEmpty();
		assertThat(readers.findByEnabledTrue(Limit.of(0), Sort.unsorted())).isEmpty();
		assertThat(emulated.requests()).isEmpty();
		String city = commonCity();
		assertThat(ids(readers.findByBaseAddressCityInOrBaseAddressCity(Set.of(), city)))
			.isEqualTo(expected((customer) -> city.equals(customer.base().address().city())));
	}

	@Test
	@DisplayName("refuses an order, and a type of result, that there is not")
	void ordersAndTypes() {
		for (String property : List.of("nonsense", "baseLastName", "base.address", "tags.manual", "projection")) {
			assertThatIllegalArgumentException().as(property)
				.isThrownBy(() -> readers.findByEnabledTrue(PageRequest.of(0, 5, Sort.by(property))))
				.withMessageContaining("sort is by '" + property + "'");
			assertThatIllegalArgumentException().as(property)
				.isThrownBy(() -> readers.findAll(PageRequest.of(0, 5, Sort.by(property))));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> readers.findByBaseAddressCity("Rome", String.class))
			.withMessageContaining("String");
		assertThatIllegalArgumentException().isThrownBy(
				() -> readers.findFirst40ByEnabledTrueOrderByRegisteredAt(ScrollPosition.offset(Long.MAX_VALUE - 1)))
			.withMessageContaining("position");
		assertThat(emulated.requests()).isEmpty();
	}

	/**
	 * Some of a customer.
	 */
	interface Reader {

		String getId();

		Base getBase();

		interface Base {

			String getLastName();

			Contacts getContacts();

		}

		interface Contacts {

			String getEmail();

		}

	}

	/**
	 * Something computed of a customer.
	 */
	interface Greeting {

		@Value("#{'Dear ' + target.base().firstName()}")
		String getGreeting();

	}

	record Address(String id, String baseContactsEmail, LocalDate baseDob) {

	}

	/**
	 * A class that is made by its constructor.
	 */
	static class Name {

		private final String id;

		Name(String id) {
			this.id = id;
		}

		@Override
		public String toString() {
			return "Name of " + this.id;
		}

	}

	interface Readers extends ContactHubRepository<Customer> {

		List<Customer> findByBaseAddressCity(String city);

		<P> List<P> findByBaseAddressCity(String city, Class<P> type);

		List<Customer> findByBaseDobGreaterThanEqual(@Nullable LocalDate day);

		List<Customer> findByTagsManualContainingAndBaseDobGreaterThanEqualOrBaseAddressCity(String tag, LocalDate day,
				String city);

		List<Customer> findByTagsManualNotContaining(String tag);

		List<Customer> findByBaseAddressCityIn(@Nullable Set<String> cities);

		long countByBaseAddressCity(String city);

		boolean existsByBaseAddressCity(String city);

		Page<Customer> findByEnabledTrue(Pageable pageable);

		Slice<Customer> findByEnabledIsTrue(Pageable pageable);

		Window<Customer> findFirst40ByEnabledTrueOrderByRegisteredAt(ScrollPosition position);

		Stream<Customer> streamByEnabledTrue();

		Streamable<Customer> readByEnabledTrue();

		List<Customer> findTop3ByEnabledTrueOrderByBaseLastNameDesc();

		List<Customer> findByEnabledTrue(Limit limit, Sort sort);

		Optional<Customer> findFirstByEnabledTrueOrderByBaseLastName();

		Optional<Customer> findByBaseContactsEmail(String email);

		@Nullable Customer getByExternalId(String id);

		Customer getByExternalIdIs(String id);

		Customer findByEnabled(boolean enabled);

		Reader findReaderByBaseContactsEmail(String email);

		Greeting findOpenByBaseContactsEmail(String email);

		List<Address> findAddressByEnabledTrue();

		Name findNameByBaseContactsEmail(String email);

		@ContactHubQuery("""
				{"type": "atomic", "attribute": "base.address.city", "operator": "EQUALS", "value": ":city"}""")
		List<Customer> findInCity(@Param("city") @Nullable String city);

		@ContactHubQuery("""
				{"type": "atomic", "attribute": "base.address.city", "operator": "EQUALS", "value": "?0"}""")
		long countInCity(String city);

		@ContactHubQuery("""
				{"type": "atomic", "attribute": "base.address.city", "operator": "EQUALS", "value": "?0"}""")
		boolean isAnyInCity(String city);

		@ContactHubQuery("""
				{"name": "query", "query": {"type": "simple", "are": {"condition":
					{"type": "composite", "conjunction": "and", "conditions": [
						{"type": "atomic", "attribute": "base.dob", "operator": "GTE", "value": "?0"},
						{"type": "atomic", "attribute": "base.address.city", "operator": "IN", "value": "?1"}]}}}}""")
		Page<Customer> findYoungPage(LocalDate since, List<String> cities, Pageable pageable);

		List<Customer> findByBaseAddressCityInAndEnabledTrue(Set<String> cities);

		List<Customer> findByBaseAddressCityInOrBaseAddressCity(Set<String> cities, String city);

		Page<Customer> findByExternalIdIn(List<String> ids, Pageable pageable);

		@DeletesFound
		long deleteByEnabledTrue();

		@DeletesFound
		long deleteByExternalId(@Nullable String id);

		@DeletesFound
		long deleteByExternalIdNotIn(List<String> ids);

		@DeletesFound
		int deleteByExternalIdIn(List<String> ids);

	}

}
