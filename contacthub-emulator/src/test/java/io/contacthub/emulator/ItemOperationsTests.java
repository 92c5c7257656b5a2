package io.contacthub.emulator;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for educations, jobs, likes and subscriptions.
 */
@DisplayName("In the lists that an emulated customer has,")
class ItemOperationsTests extends AbstractEmulatorTests {

	@ParameterizedTest(name = "{0}")
	@DisplayName("an entry is added, read, replaced and removed")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					educations    | 200 | 'schoolType':'COLLEGE','schoolName':'n','startYear':1994,'isCurrent':true | {'id':'01','schoolType':'COLLEGE','schoolName':'n','schoolConcentration':null,'startYear':1994,'endYear':null,'isCurrent':true}
					jobs          | 200 | 'jobTitle':'t','startDate':'1994-10-06' | {'id':'01','companyIndustry':null,'companyName':null,'jobTitle':'t','startDate':'1994-10-06','endDate':null,'isCurrent':null}
					likes         | 200 | 'category':'c','createdTime':'2017-01-10T00:00:00.000+0000' | {'id':'01','category':'c','name':null,'createdTime':'2017-01-10T00:00:00.000+0000'}
					subscriptions | 201 | 'kind':'SERVICE','subscribed':true | {'id':'01','name':null,'type':null,'kind':'SERVICE','subscribed':true,'startDate':null,'endDate':null,'subscriberId':null,'registeredAt':null,'updatedAt':null,'preferences':[]}
					""")
	void entryLives(String list, int status, String members, String document) {
		String customer = "/customers/" + createId("'externalId':'1'");
		String entries = customer + "/" + list;
		Response created = api.post(entries, "{'id':'01'," + members + "}");
		assertThat(created.status()).isEqualTo(status);
		assertThat(created.json()).isEqualTo(ApiClient.json(document));
		assertThat(api.get(customer).at("/base/" + list + "/0")).isEqualTo(created.json());
		api.post(entries, "{'id':'02'}");
		Response read = api.get(entries + "/01");
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.json()).isEqualTo(created.json());
		Response replaced = api.put(entries + "/02", "{'id':'02'," + members + "}");
		assertThat(replaced.status()).isEqualTo(200);
		assertThat(api.get(customer).at("/base/" + list + "/1")).isEqualTo(replaced.json());
		Response deleted = api.delete(entries + "/01");
		assertThat(deleted.status()).isEqualTo(200);
		assertThat(deleted.text()).isEmpty();
		assertThat(api.get(customer).at("/base/" + list).values()).containsExactly(replaced.json());
	}

	@ParameterizedTest
	@DisplayName("a replaced entry has the id of the path when its body has none")
	@CsvSource({ "educations", "jobs", "likes", "subscriptions" })
	void replacedEntryHasIdOfPath(String list) {
		String entries = "/customers/" + createId("'externalId':'1'") + "/" + list;
		api.post(entries, "{'id':'1'}");
		Response replaced = api.put(entries + "/1", "{}");
		assertThat(replaced.status()).isEqualTo(200);
		assertThat(replaced.at("/id").stringValue()).isEqualTo("1");
		assertThat(api.get(entries + "/1").json()).isEqualTo(replaced.json());
	}

	@ParameterizedTest
	@DisplayName("an entry needs an id that is not in use, and members of the schema")
	@CsvSource({ "educations", "jobs", "likes", "subscriptions" })
	void invalidEntryIsRefused(String list) {
		String entries = "/customers/" + createId("'externalId':'1'") + "/" + list;
		Response withoutId = api.post(entries, "{}");
		assertThat(withoutId.status()).isEqualTo(400);
		assertThat(withoutId.at("/errors/0/path").stringValue()).isEqualTo("/id");
		assertThat(api.post(entries, "{'id':'1','unknown':1}").status()).isEqualTo(400);
		api.post(entries, "{'id':'1'}");
		assertThat(api.post(entries, "{'id':'1'}").status()).isEqualTo(400);
		assertThat(api.put(entries + "/1", "{'id':'2'}").status()).isEqualTo(400);
		assertThat(api.put(entries + "/1", "{'id':null}").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@DisplayName("an unknown entry or customer is not found")
	@CsvSource({ "educations", "jobs", "likes", "subscriptions" })
	void unknownEntryIsNotFound(String list) {
		String entries = "/customers/" + createId("'externalId':'1'") + "/" + list;
		assertThat(api.get(entries + "/1").status()).isEqualTo(404);
		assertThat(api.put(entries + "/1", "{'id':'1'}").status()).isEqualTo(404);
		assertThat(api.delete(entries + "/1").status()).isEqualTo(404);
		assertThat(api.post("/customers/123/" + list, "{'id':'1'}").status()).isEqualTo(404);
		assertThat(api.get(entries).status()).isEqualTo(405);
	}

}
