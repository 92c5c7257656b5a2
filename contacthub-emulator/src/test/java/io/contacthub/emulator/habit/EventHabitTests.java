package io.contacthub.emulator.habit;

import io.contacthub.emulator.habit.Wire.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the ways in which programs send and read events.
 */
@DisplayName("An event")
@ParameterizedClass(name = "in a workspace as {0}")
@EnumSource(Workspace.class)
class EventHabitTests extends AbstractHabitTests {

	@BeforeEach
	void seedCustomer() {
		seed("{'id':'ann','nodeId':'{node}','externalId':'45','base':{'contacts':{'email':'ann@example.com'}}}",
				"{'sessionId':'1','value':'ses123','customerId':'ann'}");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("is accepted, and is that customer's")
	@CsvSource(delimiter = '|',
			textBlock = """
					PYTHON  | {'customerId': 'ann', 'type': 'viewedPage', 'context': 'WEB', 'properties': {'title': 't'}, 'date': '2017-01-01T12:00:00Z'}
					PYTHON  | {'type': 'viewedPage', 'context': 'WEB', 'properties': {'title': 't'}, 'bringBackProperties': {'type': 'EXTERNAL_ID', 'value': '45', 'nodeId': '{node}'}}
					JAVA    | {'customerId':'ann','type':'viewedPage','context':'WEB','properties':{'url':'https://example.com','title':'Page Title'}}
					JAVA    | {'bringBackProperties':{'type':'SESSION_ID','value':'ses123','nodeId':'{node}'},'type':'viewedPage','context':'WEB','properties':{}}
					JAVA    | {'customerId':'ann','type':'viewedPage','context':'RETAIL','properties':{},'contextInfo':{'store':{'id':'s','type':'FREE-STANDING','geo':{'lat':45.4654,'lon':9.1859},'website':'https://shop.example'},'client':{'ip':'127.0.0.1'},'user':{'id':'u'}}}
					NODE    | {'customerId':'ann','type':'viewedPage','properties':{},'context':'WEB','date':'2026-11-26T11:15:02.960Z'}
					NODE    | {'customerId':'ann','type':'viewedPage','properties':{'title':'T','url':'http://www.example.com'},'context':'WEB','contextInfo':{'client':{'ip':'1.2.3.4'},'user':{'id':'username1'}},'date':'2026-11-26T11:15:02.960Z'}
					PHP     | {'type':'viewedPage','context':'MOBILE','properties':{'url':'http:\\/\\/ecommerce.event.url'},'date':'2026-11-26T11:15:11+00:00','customerId':'ann'}
					PHP     | {'type':'viewedPage','context':'MOBILE','properties':{'url':'http:\\/\\/ecommerce.event.url'},'date':'2026-11-26T13:15:11+02:00','bringBackProperties':{'type':'EXTERNAL_ID','value':'45','nodeId':'{node}'}}
					GO      | {'customerId':'ann','type':'loggedIn','context':'OTHER','properties':{},'bringBackProperties':null,'contextInfo':null,'tracking':null,'date':'2017-04-03T13:47:23.093+0000'}
					DOTNET  | {'customerId':'ann','type':'completedOrder','context':'ECOMMERCE','properties':{'orderId':'1','amount':{'total':10.5},'products':[{'id':'p','type':'sale','quantity':1}]},'date':'2017-04-03T13:47:23Z'}
					BROWSER | {'type':'viewedPage','context':'WEB','contextInfo':{},'properties':{'title':'T','url':'http://shop.example/p?utm_source=ads','path':'/p','referer':''},'tracking':{'ga':{'utm_source':'ads'}},'bringBackProperties':{'type':'SESSION_ID','value':'ses123','nodeId':'{node}'}}
					BROWSER | {'type':'loggedIn','context':'WEB','contextInfo':{},'properties':{},'customerId':'ann'}
					MAGENTO | {'bringBackProperties':{'type':'EXTERNAL_ID','value':'45','nodeId':'{node}'},'type':'addedWishlist','context':'ECOMMERCE','properties':{'id':'1','sku':'s','name':'n','price':1.5,'category':['a']},'contextInfo':{'store':{'id':'1','type':'ECOMMERCE'},'client':{'ip':'10.0.0.1'}},'date':'2017-04-03T13:47:23.093+0000'}
					SFRA    | {'customerId':'ann','type':'abandonedCart','context':'ECOMMERCE','properties':{'orderId':'1','abandonedCartUrl':'https://shop.example/cart','amount':{'total':1,'local':{'currency':'EUR','exchangeRate':1}},'products':[]}}
					""")
	void eventIsAccepted(ApiUser user, String body) {
		Answer accepted = wire.send(user, "POST", "events", body);
		assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
		Answer read = wire.send(user, "GET", "events/" + accepted.id());
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.at("/customerId").stringValue()).isEqualTo("ann");
		assertThat(read.at("/date").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
		assertThat(read.at("/properties").isObject()).isTrue();
		assertThat(ids(wire.send(user, "GET", "events?customerId=ann"))).containsExactly(accepted.id());
		Answer deleted = wire.send(user, "DELETE", "events/" + accepted.id());
		assertThat(deleted.status()).isEqualTo(204);
		assertThat(deleted.text()).isEmpty();
		assertThat(wire.send(user, "GET", "events/" + accepted.id()).status()).isEqualTo(404);
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("names the program that sent it")
	@CsvSource(delimiter = '|', textBlock = """
			PYTHON  | python-requests/2.13.0
			GO      | golang+contacthub/0.0.1
			BROWSER | Mozilla/5.0 (X11; Linux x86_64)
			""")
	void programIsNamed(ApiUser user, String userAgent) {
		String id = wire
			.send(user, "POST", "events", "{'customerId':'ann','type':'loggedIn','context':'WEB','properties':{}}")
			.id();
		Answer read = wire.send(user, "GET", "events/" + id);
		assertThat(read.at("/contextInfo/client/userAgent").stringValue()).isEqualTo(userAgent);
		assertThat(read.at("/date")).isEqualTo(read.at("/registeredAt"));
	}

	@ParameterizedTest(name = "as {0} asks for it: {1}")
	@DisplayName("is found in a list")
	@CsvSource(delimiter = '|', textBlock = """
			PYTHON | customerId=ann                                                                  | e1 e2 e3 e4
			PYTHON | customerId=ann&type=loggedIn                                                    | e4
			PYTHON | customerId=ann&context=MOBILE                                                   | e2 e4
			PYTHON | customerId=ann&mode=PASSIVE                                                     |
			PYTHON | customerId=ann&dateFrom=2017-01-01T00%3A00%3A00Z&dateTo=2017-01-31T00%3A00%3A00Z | e1
			PYTHON | customerId=ann&page=1&size=3                                                    | e4
			JAVA   | customerId=ann&type=viewedPage&context=WEB&mode=ACTIVE&dateFrom=2017-02-01T00%3A00%3A00.000Z | e3
			JAVA   | customerId=ann&page=3                                                           |
			NODE   | customerId=ann&dateFrom=2017-01-10T00:00:00.000Z&dateTo=2017-02-20T00:00:00.000Z | e1 e2
			NODE   | customerId=ann&page=0                                                           | e1 e2 e3 e4
			PHP    | context=MOBILE&customerId=ann                                                   | e2 e4
			PHP    | dateFrom=2017-03-01T00%3A00%3A00%2B00%3A00&customerId=ann                       | e3 e4
			DOTNET | customerId=ann&nodeId={node}&dateFrom=2017-03-01T00:00:00.000Z&size=50&page=0    | e3 e4
			GO     | customerId=ann&page=0&size=20                                                   | e1 e2 e3 e4
			ZAPIER | nodeId={node}&sort=date,desc                                                    | e4 e3 e2 e1
			ZAPIER | nodeId={node}&type=loggedIn,loggedOut&context=WEB,MOBILE                        | e4
			GO     | nodeId={node}&type=loggedIn%2Cviewed&context=WEB%2CMOBILE                       | e4
			""")
	void eventIsFound(ApiUser user, String query, String expected) {
		seed(event("e1", "viewedPage", "WEB", "2017-01-15T10:00:00Z"),
				event("e2", "viewedPage", "MOBILE", "2017-02-15T10:00:00Z"),
				event("e3", "viewedPage", "WEB", "2017-03-15T10:00:00Z"),
				event("e4", "loggedIn", "MOBILE", "2017-04-15T10:00:00Z"));
		Answer answer = wire.send(user, "GET", "events?" + query);
		assertThat(ids(answer)).containsExactly((expected != null) ? expected.split(" ") : new String[0]);
		assertThat(answer.at("/page/totalUnfilteredElements").isInt()).isTrue();
	}

	private static String event(String id, String type, String context, String date) {
		return "{'id':'%s','customerId':'ann','type':'%s','context':'%s','date':'%s','properties':{}}".formatted(id,
				type, context, date);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("outside the documented form is refused with its place")
	@CsvSource(delimiter = '|',
			textBlock = """
					PYTHON | {'customerId': 'ann', 'type': 'loggedIn', 'context': 'WEB', 'properties': {}, 'mode': 'ACTIVE'} | /mode
					PYTHON | {'customer_id': 'ann', 'type': 'loggedIn', 'context': 'WEB', 'properties': {}}                  | /customer_id
					PYTHON | {'customerId': 'ann', 'type': 'addedWishList', 'context': 'WEB', 'properties': {}}              | /type
					NODE   | {'customerId':'ann','type':'eventNotShow','context':'WEB','properties':{}}                      | /type
					BROWSER | {'customerId':'ann','type':'loggedIn','context':'WEB','contextInfo':{}}                        | /properties
					""")
	void faultIsTold(ApiUser user, String body, String pointer) {
		Answer answer = wire.send(user, "POST", "events", body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors").valueStream().map((error) -> error.path("path").stringValue()))
			.contains(pointer);
	}

	@Test
	@DisplayName("of an external id that nobody has makes a customer whom every program can list")
	void unknownExternalIdMakesCustomer() {
		Answer accepted = wire.send(ApiUser.PYTHON, "POST", "events",
				"{'type': 'viewedPage', 'context': 'WEB', 'properties': {}, 'bringBackProperties': "
						+ "{'type': 'EXTERNAL_ID', 'value': 'new', 'nodeId': '{node}'}}");
		assertThat(accepted.status()).isEqualTo(202);
		Answer found = wire.send(ApiUser.PYTHON, "GET", "customers?nodeId={node}&externalId=new");
		assertThat(found.at("/page/totalElements").intValue()).isEqualTo(1);
		assertThat(found.at("/elements/0/base").isObject()).isTrue();
		assertThat(
				ids(wire.send(ApiUser.PYTHON, "GET", "events?customerId=" + found.at("/elements/0/id").stringValue())))
			.containsExactly(accepted.id());
	}

	@Test
	@DisplayName("of a session becomes the customer's who takes the session, as pages do it")
	void sessionIsTakenLater() {
		String event = wire
			.send(ApiUser.BROWSER, "POST", "events",
					"{'type':'viewedPage','context':'WEB','contextInfo':{},'properties':{'title':'T'},"
							+ "'bringBackProperties':{'type':'SESSION_ID','value':'later','nodeId':'{node}'}}")
			.id();
		assertThat(wire.send(ApiUser.BROWSER, "GET", "events/" + event).status()).isEqualTo(404);
		wire.send(ApiUser.BROWSER, "POST", "customers/ann/sessions", "{'value':'later'}");
		assertThat(wire.send(ApiUser.BROWSER, "GET", "events/" + event).at("/customerId").stringValue())
			.isEqualTo("ann");
	}

}
