package io.contacthub.emulator.habit;

import io.contacthub.emulator.habit.Wire.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the ways in which programs handle the educations, jobs, likes, subscriptions
 * and sessions of a customer.
 */
@DisplayName("A part of a customer")
@ParameterizedClass(name = "in a workspace as {0}")
@EnumSource(Workspace.class)
class PartHabitTests extends AbstractHabitTests {

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("is added, read, replaced and removed")
	@CsvSource(delimiter = '|',
			textBlock = """
					PYTHON | educations    | 200 | {'id': '01', 'schoolName': 't', 'startYear': 1990}                 | {'schoolName': 'u'}                                       | schoolName
					PYTHON | jobs          | 200 | {'id': '01', 'jobTitle': 't', 'startDate': '2000-01-01'}           | {'jobTitle': 'u'}                                         | jobTitle
					PYTHON | likes         | 200 | {'id': '01', 'name': 't', 'createdTime': '2017-01-01T00:00:00Z'}   | {'name': 'u'}                                             | name
					PYTHON | subscriptions | 201 | {'id': '01', 'name': 't', 'kind': 'SERVICE', 'subscribed': true, 'startDate': '2017-01-01T00:00:00Z'} | {'name': 'u'}          | name
					JAVA   | educations    | 200 | {'id':'01','schoolName':'t'}                                       | {'id':'01','schoolName':'u'}                              | schoolName
					JAVA   | jobs          | 200 | {'id':'01','companyName':'t'}                                      | {'id':'01','companyName':'u'}                             | companyName
					JAVA   | likes         | 200 | {'id':'01','name':'t'}                                             | {'id':'01','name':'u'}                                    | name
					NODE   | educations    | 200 | {'id':'01','schoolName':'t'}                                       | {'id':'01','schoolName':'u'}                              | schoolName
					NODE   | jobs          | 200 | {'id':'01','jobTitle':'t','startDate':'2016-09-01'}                | {'id':'01','jobTitle':'u'}                                | jobTitle
					NODE   | likes         | 200 | {'id':'01','name':'t','createdTime':'2017-01-10T00:00:00.000Z'}    | {'id':'01','name':'u'}                                    | name
					PHP    | educations    | 200 | {'id':'01','schoolType':'HIGH_SCHOOL','schoolName':'t','schoolConcentration':'c','startYear':2016,'endYear':2017,'isCurrent':true} | {'id':'01','schoolType':'HIGH_SCHOOL','schoolName':'u','schoolConcentration':'c','startYear':2016,'endYear':2017,'isCurrent':true} | schoolName
					PHP    | jobs          | 200 | {'id':'01','jobTitle':'t','startDate':'2017-04-03','endDate':'2017-04-13','isCurrent':true} | {'id':'01','companyIndustry':null,'companyName':null,'jobTitle':'u','startDate':'2017-04-03','endDate':'2017-04-13','isCurrent':true} | jobTitle
					PHP    | likes         | 200 | {'id':'01','name':'t','createdTime':'2017-01-10T00:00:00+00:00'}   | {'id':'01','category':null,'name':'u','createdTime':'2017-01-10T00:00:00+00:00'} | name
					DOTNET | subscriptions | 201 | {'id':'01','name':'t','kind':'DIGITAL_MESSAGE','subscribed':true,'preferences':[{'key':'k','value':'v'}]} | {'id':'01','name':'u','kind':'OTHER'} | name
					GO     | subscriptions | 201 | {'id':'01','name':'t','startDate':'2017-01-10T00:00:00.000+0000'}  | {'id':'01','name':'u'}                                    | name
					""")
	void itemLives(ApiUser user, String list, int created, String item, String replacement, String member) {
		String items = "customers/" + create(user, "") + "/" + list;
		Answer added = wire.send(user, "POST", items, item);
		assertThat(added.status()).as(added.text()).isEqualTo(created);
		assertThat(added.id()).isEqualTo("01");
		assertThat(added.at("/" + member).stringValue()).isEqualTo("t");
		Answer replaced = wire.send(user, "PUT", items + "/01", replacement);
		assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
		assertThat(replaced.id()).isEqualTo("01");
		assertThat(wire.send(user, "GET", items + "/01").at("/" + member).stringValue()).isEqualTo("u");
		Answer removed = wire.send(user, "DELETE", items + "/01");
		assertThat(removed.status()).isEqualTo(200);
		assertThat(removed.text()).isEmpty();
		assertThat(wire.send(user, "GET", items + "/01").status()).isEqualTo(404);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("is also part of the document, and can be written there")
	@CsvSource(delimiter = '|', textBlock = """
			JAVA   | {'base':{'jobs':[{'id':'2','jobTitle':'x'}]}}
			PYTHON | {'base': {'jobs': [{'id': '2', 'jobTitle': 'x'}]}}
			SFRA   | {'base':{'jobs':[{'id':'2','jobTitle':'x'}]}}
			""")
	void itemIsPartOfDocument(ApiUser user, String body) {
		String customer = "customers/" + create(user, "");
		wire.send(user, "POST", customer + "/jobs", "{'id':'1'}");
		Answer changed = wire.send(user, "PATCH", customer, body);
		assertThat(changed.at("/base/jobs").valueStream().map((job) -> job.path("id").stringValue()))
			.containsExactly("2");
		assertThat(wire.send(user, "GET", customer + "/jobs/1").status()).isEqualTo(404);
		assertThat(wire.send(user, "GET", customer + "/jobs/2").at("/jobTitle").stringValue()).isEqualTo("x");
	}

	@ParameterizedTest(name = "of {0}")
	@EnumSource(names = { "PYTHON", "JAVA", "NODE", "PHP", "DOTNET", "BROWSER", "MAGENTO" })
	@DisplayName("that is a session is added, once more without harm, and found by its id")
	void sessionLives(ApiUser user) {
		String sessions = "customers/" + create(user, "") + "/sessions";
		String body = "{'value':'5f5a7b9c-2f8e-4d07-9f57-0c5e3a0a7a55'}";
		Answer added = wire.send(user, "POST", sessions, body);
		assertThat(added.status()).as(added.text()).isEqualTo(201);
		assertThat(added.at("/value").stringValue()).isEqualTo("5f5a7b9c-2f8e-4d07-9f57-0c5e3a0a7a55");
		Answer again = wire.send(user, "POST", sessions, body);
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.json()).isEqualTo(added.json());
		assertThat(ids(wire.send(user, "GET", sessions))).containsExactly(added.id());
		assertThat(wire.send(user, "GET", sessions + "/" + added.id()).json()).isEqualTo(added.json());
		assertThat(wire.send(user, "DELETE", sessions + "/" + added.id()).status()).isEqualTo(200);
		assertThat(ids(wire.send(user, "GET", sessions))).isEmpty();
	}

	@Test
	@DisplayName("that is a session can come with the customer")
	void sessionComesWithCustomer() {
		Answer created = wire.send(ApiUser.SFRA, "POST", "customers?sessionId=s1",
				"{'nodeId':'{node}','base':{'contacts':{'email':'ann@example.com'}}}");
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		assertThat(wire.send(ApiUser.SFRA, "GET", "customers/" + created.id() + "/sessions")
			.at("/elements/0/value")
			.stringValue()).isEqualTo("s1");
	}

}
