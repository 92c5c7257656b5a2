package io.contacthub.data;

import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what each keyword in the name of a method becomes.
 */
@DisplayName("A keyword in the name of a method")
class KeywordTests {

	private static final LocalDate DAY = LocalDate.of(1980, 5, 1);

	private static EmulatedRepositories emulated;

	@BeforeAll
	static void start() {
		emulated = new EmulatedRepositories(3);
	}

	@AfterAll
	static void stop() {
		emulated.close();
	}

	static Stream<Arguments> conditions() {
		return Stream.of(row("findByBaseFirstName", List.of("Ada"), "base.firstName EQUALS 'Ada'"),
				row("findByBaseLastNameIs", List.of("Byron"), "base.lastName EQUALS 'Byron'"),
				row("findByBaseLastNameEquals", List.of("Byron"), "base.lastName EQUALS 'Byron'"),
				row("findByBaseFirstNameNot", List.of("Ada"), "base.firstName NOT_EQUALS 'Ada'"),
				row("findByBaseDobGreaterThan", List.of(DAY), "base.dob GT '1980-05-01'"),
				row("findByBaseDobAfter", List.of(DAY), "base.dob GT '1980-05-01'"),
				row("findByBaseDobGreaterThanEqual", List.of(DAY), "base.dob GTE '1980-05-01'"),
				row("findByBaseDobLessThan", List.of(DAY), "base.dob LT '1980-05-01'"),
				row("findByBaseDobBefore", List.of("1980-05-01"), "base.dob LT '1980-05-01'"),
				row("findByBaseDobLessThanEqual", List.of(DAY), "base.dob LTE '1980-05-01'"),
				row("findByBaseDobBetween", List.of(DAY, DAY.plusYears(1)),
						"base.dob BETWEEN ['1980-05-01','1981-05-01']"),
				row("findByRegisteredAtAfter", List.of(Instant.parse("2026-01-02T03:04:05Z")),
						"registeredAt GT '2026-01-02T03:04:05.000Z'"),
				row("findByBaseAddressCityIn", List.of(List.of("Rome", "Milan")),
						"base.address.city IN ['Rome','Milan']"),
				row("findByBaseAddressCityNotIn", List.of(Set.of("Rome")), "base.address.city NOT_IN ['Rome']"),
				row("findByExternalIdIn", List.of((Object) new String[] { "1", "2" }), "externalId IN ['1','2']"),
				row("findByBaseDobIsNull", List.of(), "base.dob IS_NULL"),
				row("findByBaseDobIsNotNull", List.of(), "base.dob IS_NOT_NULL"),
				row("findByTagsManualContaining", List.of("vip"), "tags.manual IN 'vip'"),
				row("findByTagsManualNotContaining", List.of("vip"), "tags.manual NOT_IN 'vip'"),
				row("findByEnabledTrue", List.of(), "enabled EQUALS true"),
				row("findByEnabledFalse", List.of(), "enabled EQUALS false"),
				row("findByBaseLastNameLike", List.of("By*"), "base.lastName LIKE 'By*'"),
				row("findByBaseJobsCompanyName", List.of("Acme"), "base.jobs.companyName EQUALS 'Acme'"));
	}

	private static Arguments row(String method, List<?> values, String condition) {
		return Arguments.of(method, values, condition);
	}

	@ParameterizedTest(name = "{0} is {2}")
	@MethodSource("conditions")
	@DisplayName("is an operator of ContactHub:")
	void isCondition(String method, List<?> values, String condition) {
		call(method, values.toArray());
		String[] parts = condition.split(" ", 3);
		String value = (parts.length > 2) ? ",'value':" + parts[2] : "";
		assertThat(emulated.condition()).isEqualTo(EmulatedRepositories
			.json("{'type':'atomic','attribute':'" + parts[0] + "','operator':'" + parts[1] + "'" + value + "}"));
	}

	@Test
	@DisplayName("has a row in the table above, if ContactHub has it at all")
	void tableIsComplete() {
		Set<Part.Type> tried = conditions().map((row) -> new PartTree((String) row.get()[0], Customer.class))
			.flatMap((tree) -> tree.getParts().stream())
			.map(Part::getType)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.Type.class)));
		Set<Part.Type> supported = Arrays.stream(Part.Type.values())
			.filter((type) -> Keyword.of(type) != null)
			.collect(Collectors.toSet());
		assertThat(tried).containsAll(supported);
	}

	@Test
	@DisplayName("that compares with null asks for what has no value, or has one")
	void nullValues() {
		call("findByBaseFirstName", new Object[] { null });
		assertThat(emulated.condition()).isEqualTo(
				EmulatedRepositories.json("{'type':'atomic','attribute':'base.firstName','operator':'IS_NULL'}"));
		call("findByBaseFirstNameNot", new Object[] { null });
		assertThat(emulated.condition().at("/operator").stringValue()).isEqualTo("IS_NOT_NULL");
	}

	@Test
	@DisplayName("is combined with others by And and Or, of which And binds closer")
	void combined() {
		call("findByBaseFirstNameAndEnabledTrueOrBaseLastName", "Ada", "Byron");
		assertThat(emulated.condition()).isEqualTo(EmulatedRepositories.json("""
				{'type':'composite','conjunction':'or','conditions':[
					{'type':'composite','conjunction':'and','conditions':[
						{'type':'atomic','attribute':'base.firstName','operator':'EQUALS','value':'Ada'},
						{'type':'atomic','attribute':'enabled','operator':'EQUALS','value':true}]},
					{'type':'atomic','attribute':'base.lastName','operator':'EQUALS','value':'Byron'}]}"""));
	}

	@Test
	@DisplayName("of order is the order of the request")
	void ordered() {
		call("findTop7ByEnabledTrueOrderByBaseLastNameAscBaseDobDesc");
		assertThat(emulated.requests().get(0).getUrl()).contains("sort=base.lastName%2Casc&sort=base.dob%2Cdesc",
				"size=7", "page=0");
	}

	@Test
	@DisplayName("stands beside the extended properties of the parameters")
	void extended() {
		call("findByEnabledTrue", 5, List.of("gold", "silver"));
		assertThat(emulated.condition()).isEqualTo(EmulatedRepositories.json("""
				{'type':'composite','conjunction':'and','conditions':[
					{'type':'atomic','attribute':'enabled','operator':'EQUALS','value':true},
					{'type':'atomic','attribute':'extended.loyalty.points','operator':'GTE','value':5},
					{'type':'atomic','attribute':'extended.level','operator':'IN','value':['gold','silver']}]}"""));
		call("findAllBy", "red");
		assertThat(emulated.condition()).isEqualTo(EmulatedRepositories
			.json("{'type':'atomic','attribute':'extended.colour','operator':'EQUALS','value':'red'}"));
	}

	private static void call(String name, Object... values) {
		emulated.forgetRequests();
		Method method = Arrays.stream(Keywords.class.getDeclaredMethods())
			.filter((one) -> one.getName().equals(name) && one.getParameterCount() == values.length)
			.findFirst()
			.orElseThrow();
		ReflectionUtils.makeAccessible(method);
		Objects.requireNonNull(ReflectionUtils.invokeMethod(method, emulated.repository(Keywords.class), values));
	}

	/**
	 * A method for each keyword.
	 */
	interface Keywords extends ContactHubRepository<Customer> {

		List<Customer> findByBaseFirstName(@Nullable String name);

		List<Customer> findByBaseLastNameIs(String name);

		List<Customer> findByBaseLastNameEquals(String name);

		List<Customer> findByBaseFirstNameNot(@Nullable String name);

		List<Customer> findByBaseDobGreaterThan(LocalDate day);

		List<Customer> findByBaseDobAfter(LocalDate day);

		List<Customer> findByBaseDobGreaterThanEqual(LocalDate day);

		List<Customer> findByBaseDobLessThan(LocalDate day);

		List<Customer> findByBaseDobBefore(String day);

		List<Customer> findByBaseDobLessThanEqual(LocalDate day);

		List<Customer> findByBaseDobBetween(LocalDate from, LocalDate to);

		List<Customer> findByRegisteredAtAfter(Instant time);

		List<Customer> findByBaseAddressCityIn(List<String> cities);

		List<Customer> findByBaseAddressCityNotIn(Set<String> cities);

		List<Customer> findByExternalIdIn(String... ids);

		List<Customer> findByBaseDobIsNull();

		List<Customer> findByBaseDobIsNotNull();

		List<Customer> findByTagsManualContaining(String tag);

		List<Customer> findByTagsManualNotContaining(String tag);

		List<Customer> findByEnabledTrue();

		List<Customer> findByEnabledFalse();

		List<Customer> findByBaseLastNameLike(String pattern);

		List<Customer> findByBaseJobsCompanyName(String name);

		List<Customer> findByBaseFirstNameAndEnabledTrueOrBaseLastName(String first, String last);

		List<Customer> findTop7ByEnabledTrueOrderByBaseLastNameAscBaseDobDesc();

		List<Customer> findByEnabledTrue(
				@ExtendedProperty(value = "loyalty.points", is = Part.Type.GREATER_THAN_EQUAL) int points,
				@ExtendedProperty(value = "level", is = Part.Type.IN) List<String> levels);

		List<Customer> findAllBy(@ExtendedProperty("colour") String colour);

	}

}
