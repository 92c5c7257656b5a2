package io.contacthub.data;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.Address;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.query.parser.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.catchException;

/**
 * Tests for methods that ask for what ContactHub cannot do. No request is made.
 */
@DisplayName("When a repository is made, a method is refused that")
class RefusedMethodTests {

	private final Node node = Workspace.builder().id("w").token("t").baseUrl("http://localhost:1").build().node("n");

	static Stream<Arguments> refusals() {
		return Stream.of(Arguments.of(IgnoresCase.class, "'base.lastName' is compared by IgnoreCase", "Leave it out"),
				Arguments.of(AllIgnoreCase.class, "'base.lastName' is compared by IgnoreCase", "Leave it out"),
				Arguments.of(Distinct.class, "Distinct", "Leave it out"),
				Arguments.of(StartingWith.class, "'base.lastName' is compared by STARTING_WITH", "@ContactHubQuery"),
				Arguments.of(Regex.class, "'base.lastName' is compared by REGEX", "@ContactHubQuery"),
				Arguments.of(NotLike.class, "'base.lastName' is compared by NOT_LIKE", "@ContactHubQuery"),
				Arguments.of(Exists.class, "'base.lastName' is compared by EXISTS", "@ContactHubQuery"),
				Arguments.of(Near.class, "'base.lastName' is compared by NEAR", "@ContactHubQuery"),
				Arguments.of(IsEmpty.class, "'tags.manual' is compared by IS_EMPTY", "@ContactHubQuery"),
				Arguments.of(PartOfText.class, "'base.lastName' is no list", "Like"),
				Arguments.of(WholeList.class, "'tags.manual' is a list", "Containing"),
				Arguments.of(ListIn.class, "'tags.manual' is a list", "Containing"),
				Arguments.of(WholeObject.class, "'base.address' is an object", "Name one of its members"),
				Arguments.of(Extended.class, "'extended' is an object", "@ExtendedProperty"),
				Arguments.of(OrderOfTexts.class, "'base.lastName' is neither a number nor a date", "@ContactHubQuery"),
				Arguments.of(TrueText.class, "'base.lastName' is neither true nor false", "Take Is"),
				Arguments.of(LikeDate.class, "'base.dob' is no text", "Is"),
				Arguments.of(WrongType.class, "'base.lastName' is of type String, and its parameter of type int",
						"the same type"),
				Arguments.of(InstantForDay.class, "'base.dob' is of type LocalDate, and its parameter of type Instant",
						"the same type"),
				Arguments.of(NoCollection.class, "'base.lastName' is compared by IN with a parameter of type String",
						"a collection or an array"),
				Arguments.of(TooFew.class, "needs 2 values, and it has 1 parameters", "a parameter for each"),
				Arguments.of(TooMany.class, "needs 0 values, and it has 1 parameters", "a parameter for each"),
				Arguments.of(Deletes.class, "it would delete all that it finds", "@DeletesFound"),
				Arguments.of(DeletesAll.class, "it would delete all of the node", "Name a property"),
				Arguments.of(DeletesSome.class, "it deletes within a limit", "deleteById"),
				Arguments.of(DeletesAndReturns.class, "it deletes, and returns something else", "long, int or nothing"),
				Arguments.of(LimitedPage.class, "it has a limit beside the size of its page", "First"),
				Arguments.of(ExtendedBetween.class, "the extended property 'points' cannot be compared by BETWEEN",
						"one parameter"),
				Arguments.of(ExtendedFirst.class, "behind that of the extended property 'extended.points'", "last"),
				Arguments.of(UnknownInterface.class, "'shoeSize' of HasShoes is no property of Customer", "Name one"),
				Arguments.of(UnknownComponent.class, "'baseShoeSize' of Shoes is no property of Customer",
						"baseContactsEmail"),
				Arguments.of(NoProjection.class, "it returns Wallet, of which no constructor with properties is known",
						"a record"),
				Arguments.of(NoJson.class, "its query is no JSON object", "API"),
				Arguments.of(NoType.class, "its query has no 'type'", "simple or combined"),
				Arguments.of(UnknownPlace.class, "its query has '?1', and there is no such parameter", "Give it one"),
				Arguments.of(UnknownName.class, "its query has ':city', and there is no such parameter", "Give it one"),
				Arguments.of(UnusedParameter.class, "parameter 1 is not in the query", "?1"),
				Arguments.of(EventsOr.class, "ContactHub has no Or for events", "take In"),
				Arguments.of(EventsByProperty.class, "ContactHub cannot find events by IS of 'registeredAt'",
						"Is of customerId"),
				Arguments.of(EventsNot.class, "ContactHub cannot find events by NOT of 'type'", "Is and In of type"),
				Arguments.of(EventsTwice.class, "'date' has two conditions", "Leave one out"),
				Arguments.of(EventsDeclared.class, "ContactHub has no queries of events", "EventFilter"),
				Arguments.of(EventsDeleted.class, "ContactHub gives events by the number of their page", "deleteById"));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("refusals")
	@DisplayName("asks for what ContactHub does not have, with the method, the property and the remedy:")
	void refused(Class<?> type, String reason, String remedy) {
		assertThatException().isThrownBy(() -> new ContactHubRepositoryFactory(this.node).getRepository(type))
			.havingRootCause()
			.isInstanceOfSatisfying(UnsupportedQueryMethodException.class, (ex) -> {
				assertThat(ex.reason()).startsWith("RefusedMethodTests." + type.getSimpleName() + "." + method(type))
					.contains(reason);
				assertThat(ex.remedy()).contains(remedy);
				assertThat(ex).hasMessage(ex.reason() + ". " + ex.remedy());
			});
	}

	private static String method(Class<?> type) {
		return type.getDeclaredMethods()[0].getName() + ": ";
	}

	@Test
	@DisplayName("names no property")
	void misspelt() {
		Exception refusal = catchException(
				() -> new ContactHubRepositoryFactory(this.node).getRepository(Misspelt.class));
		assertThat(refusal.getLocalizedMessage()).contains("Misspelt.findByBaseFirstNaem", "'firstNaem'",
				"'firstName'");
	}

	interface IgnoresCase extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameIgnoreCase(String name);

	}

	interface AllIgnoreCase extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameAllIgnoreCase(String name);

	}

	interface Distinct extends ContactHubRepository<Customer> {

		List<Customer> findDistinctByBaseLastName(String name);

	}

	interface StartingWith extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameStartingWith(String name);

	}

	interface Regex extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameRegex(String name);

	}

	interface NotLike extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameNotLike(String name);

	}

	interface Exists extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameExists(boolean exists);

	}

	interface Near extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameNear(String name);

	}

	interface IsEmpty extends ContactHubRepository<Customer> {

		List<Customer> findByTagsManualIsEmpty();

	}

	interface PartOfText extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameContaining(String part);

	}

	interface WholeList extends ContactHubRepository<Customer> {

		List<Customer> findByTagsManual(List<String> tags);

	}

	interface ListIn extends ContactHubRepository<Customer> {

		List<Customer> findByTagsManualIn(List<String> tags);

	}

	interface WholeObject extends ContactHubRepository<Customer> {

		List<Customer> findByBaseAddress(Address address);

	}

	interface Extended extends ContactHubRepository<Customer> {

		List<Customer> findByExtended(Object extended);

	}

	interface OrderOfTexts extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameGreaterThan(String name);

	}

	interface TrueText extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameTrue();

	}

	interface LikeDate extends ContactHubRepository<Customer> {

		List<Customer> findByBaseDobLike(String pattern);

	}

	interface WrongType extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastName(int name);

	}

	interface InstantForDay extends ContactHubRepository<Customer> {

		List<Customer> findByBaseDobAfter(Instant time);

	}

	interface NoCollection extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameIn(String name);

	}

	interface TooFew extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastNameAndBaseFirstName(String last);

	}

	interface TooMany extends ContactHubRepository<Customer> {

		List<Customer> findByEnabledTrue(boolean enabled);

	}

	interface Deletes extends ContactHubRepository<Customer> {

		void deleteByEnabledFalse();

	}

	interface DeletesAll extends ContactHubRepository<Customer> {

		@DeletesFound
		void deleteAllBy();

	}

	interface DeletesSome extends ContactHubRepository<Customer> {

		@DeletesFound
		void deleteFirst5ByEnabledFalse();

	}

	interface DeletesAndReturns extends ContactHubRepository<Customer> {

		@DeletesFound
		List<Customer> deleteByEnabledFalse();

	}

	interface LimitedPage extends ContactHubRepository<Customer> {

		Page<Customer> findFirst5ByEnabledTrue(Pageable pageable);

	}

	interface ExtendedBetween extends ContactHubRepository<Customer> {

		List<Customer> findAllBy(@ExtendedProperty(value = "points", is = Part.Type.BETWEEN) int points);

	}

	interface ExtendedFirst extends ContactHubRepository<Customer> {

		List<Customer> findByBaseLastName(@ExtendedProperty("points") int points, String name);

	}

	interface UnknownInterface extends ContactHubRepository<Customer> {

		List<HasShoes> findByEnabledTrue();

	}

	interface HasShoes {

		String getShoeSize();

	}

	interface UnknownComponent extends ContactHubRepository<Customer> {

		List<Shoes> findByEnabledTrue();

	}

	record Shoes(String baseShoeSize) {

	}

	interface NoProjection extends ContactHubRepository<Customer> {

		List<Wallet> findByEnabledTrue();

	}

	static class Wallet {

	}

	interface NoJson extends ContactHubRepository<Customer> {

		@ContactHubQuery("[]")
		List<Customer> findSome();

	}

	interface NoType extends ContactHubRepository<Customer> {

		@ContactHubQuery("{\"query\": {}}")
		List<Customer> findSome();

	}

	interface UnknownPlace extends ContactHubRepository<Customer> {

		@ContactHubQuery("{\"type\": \"atomic\", \"attribute\": \"externalId\", \"operator\": \"IN\","
				+ " \"value\": [\"?0\", \"?1\"]}")
		List<Customer> findSome(String id);

	}

	interface UnknownName extends ContactHubRepository<Customer> {

		@ContactHubQuery("{\"type\": \"atomic\", \"attribute\": \"base.address.city\", \"operator\": \"EQUALS\","
				+ " \"value\": \":city\"}")
		List<Customer> findSome(String town);

	}

	interface UnusedParameter extends ContactHubRepository<Customer> {

		@ContactHubQuery("{\"type\": \"atomic\", \"attribute\": \"externalId\", \"operator\": \"EQUALS\","
				+ " \"value\": \"?0\"}")
		List<Customer> findSome(String id, String city);

	}

	interface EventsOr extends ContactHubRepository<Event> {

		List<Event> findByCustomerIdOrType(String id, String type);

	}

	interface EventsByProperty extends ContactHubRepository<Event> {

		List<Event> findByRegisteredAt(Instant time);

	}

	interface EventsNot extends ContactHubRepository<Event> {

		List<Event> findByTypeNot(String type);

	}

	interface EventsTwice extends ContactHubRepository<Event> {

		List<Event> findByDateAfterAndDateBetween(Instant after, Instant from, Instant to);

	}

	interface EventsDeclared extends ContactHubRepository<Event> {

		@ContactHubQuery("{}")
		List<Event> findSome();

	}

	interface EventsDeleted extends ContactHubRepository<Event> {

		@DeletesFound
		void deleteByCustomerId(String id);

	}

	interface Misspelt extends ContactHubRepository<Customer> {

		List<Customer> findByBaseFirstNaem(String name);

	}

}
