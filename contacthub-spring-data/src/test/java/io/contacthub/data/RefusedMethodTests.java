package io.contacthub.data;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.Address;
import io.contacthub.customer.Customer;
import io.contacthub.customer.Job;
import io.contacthub.event.Event;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.PagingAndSortingRepository;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.parser.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
				Arguments.of(DeletesSome.class, "it has a limit where there is none", "deleteById"),
				Arguments.of(DeletesAndReturns.class, "it deletes, and returns something else", "long, int or nothing"),
				Arguments.of(LimitedPage.class, "it has two limits", "Leave one out"),
				Arguments.of(ExtendedBetween.class, "the extended property 'points' cannot be compared by BETWEEN",
						"one parameter"),
				Arguments.of(ExtendedFirst.class, "behind that of the extended property 'extended.points'", "last"),
				Arguments.of(UnknownInterface.class, "'shoeSize' of HasShoes is no property of Customer", "Name one"),
				Arguments.of(UnknownComponent.class, "'baseShoeSize' of Shoes is no property of Customer",
						"baseContactsEmail"),
				Arguments.of(NoProjection.class, "it returns Wallet, of which no constructor with properties is known",
						"a record"),
				Arguments.of(NoJson.class, "its query is no JSON object", "API"),
				Arguments.of(NoType.class, "its query has no 'type' that there is", "simple or combined"),
				Arguments.of(UnknownPlace.class, "its query has '?1', and there is no such parameter", "Give it one"),
				Arguments.of(UnknownName.class, "its query has ':city', and there is no such parameter", "Give it one"),
				Arguments.of(UnusedParameter.class, "parameter 1 is not in the query", "?1"),
				Arguments.of(DeletesTop.class, "it has a limit where there is none", "deleteById"),
				Arguments.of(CountsTop.class, "it has a limit where there is none", "findFirst5By"),
				Arguments.of(FindsAllTop.class, "it has a limit where there is none", "findFirst5By"),
				Arguments.of(DeletesDeclared.class, "it would delete what a query of its own finds", "deleteById"),
				Arguments.of(DeletesByName.class, "it would delete what a query of its own finds", "deleteById"),
				Arguments.of(AgreesToFind.class, "it has @DeletesFound, and its name does not begin with",
						"name it so"),
				Arguments.of(TopZero.class, "it has a limit of 0", "from 1 on"),
				Arguments.of(LargeWindow.class, "it has a limit of 60", "up to 50"),
				Arguments.of(TwoLimits.class, "it has two limits", "Leave one out"),
				Arguments.of(LimitedList.class, "it has two limits", "Leave one out"),
				Arguments.of(SortedCount.class, "it returns a number, and has an order", "Leave it out"),
				Arguments.of(OrderedByObject.class, "in the order of 'base.address'", "one value"),
				Arguments.of(OrderedByProjection.class, "in the order of 'projection'", "one value"),
				Arguments.of(FindsBoolean.class, "gives boolean, which is no type for Customer",
						"an interface or a record"),
				Arguments.of(FindsNumber.class, "gives long, which is no type for Customer",
						"an interface or a record"),
				Arguments.of(FindsNothing.class, "gives void, which is no type for Customer",
						"an interface or a record"),
				Arguments.of(FindsTexts.class, "gives String, which is no type for Customer",
						"an interface or a record"),
				Arguments.of(FindsIterator.class, "gives Iterator, which is no type for Customer",
						"an interface or a record"),
				Arguments.of(FindsSorted.class, "it returns a SortedSet", "List, Set or Collection"),
				Arguments.of(FlatInterface.class, "'baseFirstName' of Flat is 'base.firstName'", "Nest an interface"),
				Arguments.of(WrongGetter.class,
						"'base.dob' of Base is of type String, and the property of type LocalDate", "the same type"),
				Arguments.of(WrongComponent.class, "'baseDob' of Born is of type String", "the same type"),
				Arguments.of(PrimitiveComponent.class, "'externalId' of Number is of type int", "the same type"),
				Arguments.of(ComponentOfElements.class, "is one of each element of a list", "Take the list"),
				Arguments.of(NoMember.class, "'projection' of Fetched is no property", "baseContactsEmail"),
				Arguments.of(WithoutZone.class,
						"'registeredAt' is of type Instant, and its parameter of type LocalDateTime", "the same type"),
				Arguments.of(WrongElements.class, "'base.dob' is of type LocalDate, and its parameter of type Integer",
						"the same type"),
				Arguments.of(Misspelt.class, "No property 'firstNaem' found", "@ContactHubQuery"),
				Arguments.of(PartOfPlace.class, "its query has '?0 Jr', which is sent as it is", "whole text"),
				Arguments.of(Expression.class, "its query has ':#{1+1}', which is sent as it is", "whole text"),
				Arguments.of(UnknownType.class, "its query has no 'type' that there is", "simple or combined"),
				Arguments.of(TwiceInQuery.class, "its query is no JSON object: Duplicate", "API"),
				Arguments.of(NoAttribute.class, "a condition of its query has no 'attribute'", "Give both"),
				Arguments.of(ExtendedTwice.class, "the extended property 'extended.points' has no such name",
						"without 'extended'"),
				Arguments.of(ExtendedOne.class, "the extended property 'level' is compared by IN", "a collection"),
				Arguments.of(ExtendedLike.class, "the extended property 'level' is compared by LIKE", "a text"),
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

	@ParameterizedTest
	@MethodSource("interfaces")
	@DisplayName("belongs to an interface for what ContactHub does not have:")
	void refusedInterfaces(Class<?> type, String reason) {
		assertThatExceptionOfType(UnsupportedQueryMethodException.class)
			.isThrownBy(() -> new ContactHubRepositoryFactory(this.node).getRepository(type))
			.withMessageContaining(type.getSimpleName() + ": " + reason);
	}

	static Stream<Arguments> interfaces() {
		return Stream.of(Arguments.of(ByHabit.class, "it has findAll() or deleteAll()"),
				Arguments.of(SortedByHabit.class, "it has findAll() or deleteAll()"),
				Arguments.of(OtherIds.class, "its ids are of type UUID"),
				Arguments.of(Jobs.class, "ContactHub has no lists of Job"));
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

	interface DeletesTop extends ContactHubRepository<Customer> {

		@DeletesFound
		long deleteAllTop2ByEnabledTrue();

	}

	interface CountsTop extends ContactHubRepository<Customer> {

		long countTop2ByEnabledTrue();

	}

	interface FindsAllTop extends ContactHubRepository<Customer> {

		List<Customer> findAllTop2ByEnabledTrue();

	}

	interface DeletesDeclared extends ContactHubRepository<Customer> {

		@DeletesFound
		@ContactHubQuery("{\"type\": \"atomic\", \"attribute\": \"base.lastName\", \"operator\": \"EQUALS\","
				+ " \"value\": \"?0\"}")
		int findAndDelete(String name);

	}

	interface DeletesByName extends ContactHubRepository<Customer> {

		@ContactHubQuery("{\"type\": \"atomic\", \"attribute\": \"base.lastName\", \"operator\": \"EQUALS\","
				+ " \"value\": \"?0\"}")
		void deleteByLastName(String name);

	}

	interface AgreesToFind extends ContactHubRepository<Customer> {

		@DeletesFound
		List<Customer> findByEnabledTrue();

	}

	interface TopZero extends ContactHubRepository<Customer> {

		List<Customer> findTop0ByEnabledTrue();

	}

	interface LargeWindow extends ContactHubRepository<Customer> {

		Window<Customer> findFirst60ByEnabledTrue(ScrollPosition position);

	}

	interface TwoLimits extends ContactHubRepository<Customer> {

		List<Customer> findFirst5ByEnabledTrue(Limit limit);

	}

	interface LimitedList extends ContactHubRepository<Customer> {

		List<Customer> findFirst5ByEnabledTrue(Pageable pageable);

	}

	interface SortedCount extends ContactHubRepository<Customer> {

		long countByEnabledTrue(Sort sort);

	}

	interface OrderedByObject extends ContactHubRepository<Customer> {

		List<Customer> findByEnabledTrueOrderByBaseAddress();

	}

	interface OrderedByProjection extends ContactHubRepository<Customer> {

		List<Customer> findByEnabledTrueOrderByProjection();

	}

	interface FindsBoolean extends ContactHubRepository<Customer> {

		boolean findByEnabledTrue();

	}

	interface FindsNumber extends ContactHubRepository<Customer> {

		long findByEnabledTrue();

	}

	interface FindsNothing extends ContactHubRepository<Customer> {

		void findByEnabledTrue();

	}

	interface FindsTexts extends ContactHubRepository<Customer> {

		List<String> findByEnabledTrue();

	}

	interface FindsIterator extends ContactHubRepository<Customer> {

		Iterator<Customer> findByEnabledTrue();

	}

	interface FindsSorted extends ContactHubRepository<Customer> {

		SortedSet<Customer> findByEnabledTrue();

	}

	interface FlatInterface extends ContactHubRepository<Customer> {

		List<Flat> findByEnabledTrue();

	}

	interface Flat {

		String getBaseFirstName();

	}

	interface WrongGetter extends ContactHubRepository<Customer> {

		List<HasBase> findByEnabledTrue();

	}

	interface HasBase {

		Base getBase();

		interface Base {

			String getDob();

		}

	}

	interface WrongComponent extends ContactHubRepository<Customer> {

		List<Born> findByEnabledTrue();

	}

	record Born(String baseDob) {

	}

	interface PrimitiveComponent extends ContactHubRepository<Customer> {

		List<Number> findByEnabledTrue();

	}

	record Number(int externalId) {

	}

	interface ComponentOfElements extends ContactHubRepository<Customer> {

		List<Employer> findByEnabledTrue();

	}

	record Employer(List<String> baseJobsCompanyName) {

	}

	interface NoMember extends ContactHubRepository<Customer> {

		List<Fetched> findByEnabledTrue();

	}

	record Fetched(Object projection) {

	}

	interface WithoutZone extends ContactHubRepository<Customer> {

		List<Customer> findByRegisteredAtAfter(LocalDateTime time);

	}

	interface WrongElements extends ContactHubRepository<Customer> {

		List<Customer> findByBaseDobIn(List<Integer> days);

	}

	interface PartOfPlace extends ContactHubRepository<Customer> {

		@ContactHubQuery("{\"type\": \"atomic\", \"attribute\": \"base.lastName\", \"operator\": \"IN\","
				+ " \"value\": [\"?0\", \"?0 Jr\"]}")
		List<Customer> findSome(String name);

	}

	interface Expression extends ContactHubRepository<Customer> {

		@ContactHubQuery("{\"type\": \"atomic\", \"attribute\": \"base.lastName\", \"operator\": \"EQUALS\","
				+ " \"value\": \":#{1+1}\"}")
		List<Customer> findSome();

	}

	interface UnknownType extends ContactHubRepository<Customer> {

		@ContactHubQuery("{\"type\": null}")
		List<Customer> findSome();

	}

	interface TwiceInQuery extends ContactHubRepository<Customer> {

		@ContactHubQuery("{\"type\": \"atomic\", \"attribute\": \"externalId\", \"operator\": \"EQUALS\","
				+ " \"value\": \"A\", \"value\": \"B\"}")
		List<Customer> findSome();

	}

	interface NoAttribute extends ContactHubRepository<Customer> {

		@ContactHubQuery("{\"type\": \"atomic\", \"attribut\": \"base.lastName\", \"operator\": \"IS_NULL\"}")
		List<Customer> findSome();

	}

	interface ExtendedTwice extends ContactHubRepository<Customer> {

		List<Customer> findAllBy(@ExtendedProperty("extended.points") int points);

	}

	interface ExtendedOne extends ContactHubRepository<Customer> {

		List<Customer> findAllBy(@ExtendedProperty(value = "level", is = Part.Type.IN) String level);

	}

	interface ExtendedLike extends ContactHubRepository<Customer> {

		List<Customer> findAllBy(@ExtendedProperty(value = "level", is = Part.Type.LIKE) int level);

	}

	interface ByHabit extends CrudRepository<Customer, String> {

	}

	interface SortedByHabit extends PagingAndSortingRepository<Customer, String> {

	}

	interface OtherIds extends Repository<Customer, UUID> {

	}

	interface Jobs extends ContactHubRepository<Job> {

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
