package io.contacthub.emulator.habit;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.habit.Wire.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the queries that programs send, as each of them builds and encodes them.
 */
@DisplayName("A query")
@ParameterizedClass(name = "in a workspace as {0}")
@EnumSource(Workspace.class)
class QueryHabitTests extends AbstractHabitTests {

	/** What all conditions on an attribute start with, written as {@code #} below. */
	private static final String ATOMIC = "{'type':'atomic','attribute':";

	private static final String NODE_QUERY = "{'name':'','query':{'type':'combined','conjunction':'UNION','queries':["
			+ "{'type':'simple','are':{'condition':" + ATOMIC
			+ "'base.firstName','operator':'EQUALS','value':'Ann Lee'}}}]}}";

	private static ContactHubEmulator lenient;

	@BeforeParameterizedClassInvocation
	static void startLenient(Workspace workspace) {
		lenient = workspace.builder().acceptRawBrackets(true).start();
	}

	@AfterParameterizedClassInvocation
	static void stopLenient() {
		lenient.close();
	}

	@BeforeEach
	void seedCustomers() {
		seed("{'id':'ann','nodeId':'{node}','externalId':'a[1]','updatedAt':'2017-01-10T12:00:00Z',"
				+ "'base':{'firstName':'Ann Lee','lastName':'Òz','gender':'F','dob':'1985-05-06',"
				+ "'contacts':{'email':'ann@example.com'}},'tags':{'auto':[],'manual':['vip x']}}",
				"{'id':'bob','nodeId':'{node}','updatedAt':'2017-03-10T12:00:00Z',"
						+ "'base':{'firstName':'Bob','lastName':'Òz','gender':'M','dob':'1995-05-06',"
						+ "'pictureUrl':'http://example.com/b.png','contacts':{'email':'bob@example.com','phone':'1'}},"
						+ "'tags':{'auto':['vip x'],'manual':['new']}}",
				"{'id':'cid','nodeId':'{node}','updatedAt':'2017-04-10T12:00:00Z','enabled':false,"
						+ "'base':{'firstName':'Cid','contacts':{'email':'cid@example.com'}},'extended':{'points':5}}");
	}

	@ParameterizedTest(name = "as {0} writes it: {1}")
	@DisplayName("finds what it asks for")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					PYTHON  | ann     | {'name': 'query', 'query': {'type': 'simple', 'name': 'query', 'are': {'condition': #'base.firstName', 'operator': 'EQUALS', 'value': 'Ann Lee'}}}}
					PYTHON  | ann     | {'name': 'query', 'query': {'type': 'simple', 'name': 'query', 'are': {'condition': {'type': 'composite', 'conditions': [#'base.firstName', 'operator': 'EQUALS', 'value': 'Ann Lee'}, #'base.lastName', 'operator': 'EQUALS', 'value': 'Òz'}, #'base.gender', 'operator': 'EQUALS', 'value': 'F'}], 'conjunction': 'and'}}}}
					PYTHON  | ann     | {'name': 'query', 'query': {'type': 'simple', 'name': 'query', 'are': {'condition': {'type': 'composite', 'conditions': [{'type': 'composite', 'conditions': [#'base.firstName', 'operator': 'EQUALS', 'value': 'Ann Lee'}, #'base.lastName', 'operator': 'EQUALS', 'value': 'Òz'}], 'conjunction': 'and'}, #'base.gender', 'operator': 'NOT_EQUALS', 'value': 'M'}], 'conjunction': 'and'}}}}
					PYTHON  | ann bob | {'name': 'query', 'query': {'type': 'simple', 'name': 'query', 'are': {'condition': {'type': 'composite', 'conditions': [#'base.firstName', 'operator': 'EQUALS', 'value': 'Ann Lee'}, #'base.gender', 'operator': 'EQUALS', 'value': 'M'}], 'conjunction': 'or'}}}}
					PYTHON  | ann     | {'name': 'query', 'query': {'type': 'simple', 'name': 'query', 'are': {'condition': #'base.dob', 'operator': 'BETWEEN', 'value': ['1980-01-01', '1990-12-31']}}}}
					PYTHON  | ann     | {'name': 'query', 'query': {'type': 'simple', 'name': 'query', 'are': {'condition': #'base.dob', 'operator': 'LTE', 'value': '1994-06-10T00:00:00Z'}}}}
					PYTHON  | ann     | {'name': 'query', 'query': {'type': 'simple', 'name': 'query', 'are': {'condition': #'updatedAt', 'operator': 'BETWEEN', 'value': ['2017-01-01T00:00:00Z', '2017-02-01T00:00:00Z']}}}}
					PYTHON  | ann     | {'name': 'query', 'query': {'type': 'simple', 'name': 'query', 'are': {'condition': #'tags.manual', 'operator': 'IN', 'value': 'vip x'}}}}
					PYTHON  | bob cid | {'name': 'query', 'query': {'type': 'simple', 'name': 'query', 'are': {'condition': #'tags.manual', 'operator': 'NOT_IN', 'value': 'vip x'}}}}
					PYTHON  | cid     | {'name': 'query', 'query': {'type': 'simple', 'name': 'query', 'are': {'condition': #'base.dob', 'operator': 'IS_NULL'}}}}
					PYTHON  | ann bob | {'name': 'query', 'query': {'type': 'combined', 'name': 'query', 'conjunction': 'UNION', 'queries': [{'type': 'simple', 'name': 'query', 'are': {'condition': #'base.gender', 'operator': 'EQUALS', 'value': 'F'}}}, {'type': 'simple', 'name': 'query', 'are': {'condition': #'base.gender', 'operator': 'EQUALS', 'value': 'M'}}}]}}
					PYTHON  | bob     | {'name': 'query', 'query': {'type': 'combined', 'name': 'query', 'conjunction': 'INTERSECT', 'queries': [{'type': 'simple', 'name': 'query', 'are': {'condition': #'base.lastName', 'operator': 'EQUALS', 'value': 'Òz'}}}, {'type': 'combined', 'name': 'query', 'conjunction': 'UNION', 'queries': [{'type': 'simple', 'name': 'query', 'are': {'condition': #'base.firstName', 'operator': 'EQUALS', 'value': 'Bob'}}}, {'type': 'simple', 'name': 'query', 'are': {'condition': #'base.firstName', 'operator': 'EQUALS', 'value': 'Cid'}}}]}]}}
					JAVA    | ann     | {'name':'SdkGeneratedQuery','query':{'type':'simple','are':{'condition':#'base.firstName','operator':'EQUALS','value':'Ann Lee'}}}}
					JAVA    | ann     | {'name':'foo','query':{'type':'simple','are':{'condition':{'type':'composite','conjunction':'and','conditions':[#'base.lastName','operator':'EQUALS','value':'Òz'},#'base.dob','operator':'BETWEEN','value':['1900-01-01T00:00:00.000Z','1991-01-01T00:00:00.000Z']}]}}}}
					JAVA    | bob     | {'query':{'type':'combined','conjunction':'INTERSECT','queries':[{'type':'simple','are':{'condition':#'base.firstName','operator':'EQUALS','value':'Bob'}}},{'type':'combined','conjunction':'UNION','queries':[{'type':'simple','are':{'condition':#'base.pictureUrl','operator':'IS_NOT_NULL'}}}]}]}}
					JAVA    | ann     | {'name':'e','query':{'type':'combined','conjunction':'EXCEPT','queries':[{'type':'simple','are':{'condition':#'base.lastName','operator':'EQUALS','value':'Òz'}}},{'type':'simple','are':{'condition':#'base.gender','operator':'EQUALS','value':'M'}}}]}}
					JAVA    | ann     | {'name':'l','query':{'type':'simple','are':{'condition':#'base.contacts.email','operator':'LIKE','value':'*ann@*'}}}}
					JAVA    | bob cid | {'name':'u','query':{'type':'simple','are':{'condition':#'updatedAt','operator':'GTE','value':'2017-03-01T00:00:00.000Z'}}}}
					JAVA    | cid     | {'name':'f','query':{'type':'simple','are':{'condition':#'enabled','operator':'EQUALS','value':false}}}}
					JAVA    | cid     | {'name':'n','query':{'type':'simple','are':{'condition':#'extended.points','operator':'GT','value':4}}}}
					PHP     | ann     | {'name':'','query':{'type':'simple','are':{'condition':#'base.firstName','operator':'EQUALS','value':'Ann Lee'}}}}
					PHP     | ann cid | {'name':'','query':{'type':'simple','are':{'condition':{'type':'composite','conjunction':'or','conditions':[#'base.dob','operator':'IS_NULL'},#'base.gender','operator':'EQUALS','value':'F'}]}}}}
					DOTNET  | ann     | {'name':'no name','query':{'type':'combined','name':'no name','conjunction':'INTERSECT','queries':[{'are':{'condition':{'attribute':'base.firstName','operator':'EQUALS','type':'atomic','value':'Ann Lee'}},'name':'No name','type':'simple'}]}}
					DOTNET  | ann     | {'name':'no name','query':{'type':'combined','name':'no name','conjunction':'INTERSECT','queries':[{'are':{'condition':{'attribute':'base.lastName','operator':'EQUALS','type':'atomic','value':'Òz'}},'name':'No name','type':'simple'},{'are':{'condition':{'attribute':'base.gender','operator':'EQUALS','type':'atomic','value':'F'}},'name':'No name','type':'simple'}]}}
					DOTNET  | ann bob | {'name':'no name','query':{'type':'combined','name':'no name','conjunction':'UNION','queries':[{'are':{'condition':{'attribute':'base.gender','operator':'EQUALS','type':'atomic','value':'M'}},'name':'No name','type':'simple'},{'are':{'condition':{'attribute':'base.gender','operator':'EQUALS','type':'atomic','value':'F'}},'name':'No name','type':'simple'}]}}
					DOTNET  | cid     | {'name':'no name','query':{'type':'combined','name':'no name','conjunction':'INTERSECT','queries':[{'are':{'condition':{'attribute':'base.dob','operator':'IS_NULL','type':'atomic','value':''}},'name':'No name','type':'simple'}]}}
					DOTNET  | bob     | {'name':'','query':{'are':{'condition':{'attribute':'id','operator':'EQUALS','type':'atomic','value':'bob'}},'name':'No name','type':'simple'}}
					ZENDESK | ann bob | {'name':'','query':{'type':'simple','are':{'condition':#'base.dob','operator':'IS_NOT_NULL','value':''}}}}
					ZENDESK | bob cid | {'name':'','query':{'type':'simple','are':{'condition':#'updatedAt','operator':'GT','value':'2017-03-01T00:00:00+01:00'}}}}
					ZENDESK | bob     | {'name':'','query':{'type':'simple','are':{'condition':{'type':'composite','conjunction':'or','conditions':[#'base.contacts.email','operator':'EQUALS','value':'bob@example.com'},#'base.contacts.phone','operator':'EQUALS','value':'7'}]}}}}
					ZAPIER  | ann     | {'name':'','query':{'type':'simple','are':{'condition':#'base.contacts.email','operator':'EQUALS','value':'ann@example.com'}}}}
					GO      | ann bob | {'name':'automation','query':{'type':'simple','are':{'condition':#'id','operator':'IN','value':['ann','bob']}}}}
					GO      | ann bob cid | {'name':'node','query':{'type':'simple','name':'n','are':{'condition':#'nodeId','operator':'IN','value':['{node}']}}}}
					""")
	void queryIsUnderstood(ApiUser user, String expected, String query) {
		Answer answer = wire.send(user, "GET", "customers?nodeId={node}&query=" + encoded(user, query));
		assertThat(ids(answer)).containsExactlyInAnyOrder(expected.split(" "));
	}

	@Test
	@DisplayName("of Node.js finds what it asks for where raw brackets are accepted")
	void rawBracketsAreAccepted() throws IOException {
		StringWriter customers = new StringWriter();
		emulator.export(customers);
		lenient.reset();
		lenient.seed(new StringReader(customers.toString()));
		assertThat(ids(new Wire(lenient, lenient.token()).send(ApiUser.NODE, "GET",
				"customers?nodeId={node}&query=" + encoded(ApiUser.NODE, NODE_QUERY))))
			.containsExactly("ann");
	}

	@Test
	@DisplayName("of Node.js is otherwise told which character has to be encoded")
	void rawBracketsAreTold() {
		Answer answer = wire.send(ApiUser.NODE, "GET",
				"customers?nodeId={node}&query=" + encoded(ApiUser.NODE, NODE_QUERY));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text()).contains("U+005B ([)").contains("has to be percent-encoded");
	}

	@Test
	@DisplayName("of PHP with a conjunction that the API does not have is refused with its place")
	void unknownConjunctionIsTold() {
		Answer answer = wire.send(ApiUser.PHP, "GET", "customers?nodeId={node}&query=" + encoded(ApiUser.PHP,
				"{'name':'','query':{'type':'combined','conjunction':'OR','queries':[{'type':'simple'}]}}"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors").valueStream().map((error) -> error.path("path").stringValue()).toList())
			.isEqualTo(List.of("/query/conjunction"));
	}

	private static String encoded(ApiUser user, String query) {
		return user.encode(query.replace("#", ATOMIC).replace("{node}", emulator.nodeId()).replace('\'', '"'));
	}

}
