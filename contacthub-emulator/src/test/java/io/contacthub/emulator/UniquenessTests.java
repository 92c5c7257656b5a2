package io.contacthub.emulator;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for customers that equal each other.
 */
@DisplayName("When the emulator compares customers,")
class UniquenessTests {

	private static final String ANN = "'base':{'firstName':'Ann','contacts':{'email':'a@example.com'}}";

	@Test
	@DisplayName("by default a second customer with the same e-mail address is a conflict that names the first")
	void blockIsConflict() {
		try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
			ApiClient api = ApiClient.of(emulator);
			String id = create(api, emulator, ANN).id();
			Response response = create(api, emulator, ANN);
			assertThat(response.status()).isEqualTo(409);
			assertThat(response.at("/message").stringValue()).isEqualTo("Conflict with exiting customer " + id);
			assertThat(response.at("/data/customer/id").stringValue()).isEqualTo(id);
			assertThat(response.at("/data/customer/href").stringValue())
				.isEqualTo(emulator.baseUrl() + "/workspaces/" + emulator.workspaceId() + "/customers/" + id);
			assertThat(response.at("/errors").isEmpty()).isTrue();
		}
	}

	@Test
	@DisplayName("changes and replacements conflict like creations, but not with the customer itself")
	void changeConflicts() {
		try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
			ApiClient api = ApiClient.of(emulator);
			String ann = create(api, emulator, ANN).id();
			String bea = create(api, emulator, "'externalId':'2'").id();
			String email = "'base':{'contacts':{'email':'a@example.com'}}";
			assertThat(api.patch("/customers/" + bea, "{" + email + "}").at("/data/customer/id").stringValue())
				.isEqualTo(ann);
			assertThat(api
				.put("/customers/" + bea, "{'id':'" + bea + "','nodeId':'" + emulator.nodeId() + "'," + email + "}")
				.status()).isEqualTo(409);
			assertThat(api.patch("/customers/" + ann, "{" + email + "}").status()).isEqualTo(200);
		}
	}

	@Test
	@DisplayName("with the policy to merge the existing customer takes over the new members")
	void mergeAnswersExistingCustomer() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.uniquenessPolicy(UniquenessPolicy.MERGE)
			.start()) {
			ApiClient api = ApiClient.of(emulator);
			String id = create(api, emulator, ANN).id();
			Response response = create(api, emulator, "'base':{'lastName':'Lee','contacts':{'email':'a@example.com'}}");
			assertThat(response.status()).isEqualTo(201);
			assertThat(response.id()).isEqualTo(id);
			assertThat(response.at("/base/firstName").stringValue()).isEqualTo("Ann");
			assertThat(response.at("/base/lastName").stringValue()).isEqualTo("Lee");
		}
	}

	@Test
	@DisplayName("with the policy to merge a change that equals another customer is a conflict all the same")
	void changeIsNeverMerged() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.uniquenessPolicy(UniquenessPolicy.MERGE)
			.start()) {
			ApiClient api = ApiClient.of(emulator);
			create(api, emulator, ANN);
			String other = create(api, emulator, "'externalId':'2'").id();
			assertThat(api.patch("/customers/" + other, "{'base':{'contacts':{'email':'a@example.com'}}}").status())
				.isEqualTo(409);
		}
	}

	@Test
	@DisplayName("an address is free again when its customer changed it or is deleted")
	void releasedAddressIsFree() {
		try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
			ApiClient api = ApiClient.of(emulator);
			String first = create(api, emulator, ANN).id();
			api.patch("/customers/" + first, "{'base':{'contacts':{'email':'b@example.com'}}}");
			String second = create(api, emulator, ANN).id();
			api.delete("/customers/" + second);
			assertThat(create(api, emulator, ANN).status()).isEqualTo(201);
		}
	}

	@Test
	@DisplayName("without a check customers may equal each other")
	void noCheckAllowsEqualCustomers() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.uniquenessPolicy(UniquenessPolicy.NO_CHECK)
			.start()) {
			ApiClient api = ApiClient.of(emulator);
			assertThat(create(api, emulator, ANN).status()).isEqualTo(201);
			assertThat(create(api, emulator, ANN).status()).isEqualTo(201);
		}
	}

	@Test
	@DisplayName("configured properties are required, and customers are equal when all of them are")
	void configuredPropertiesAreRequired() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.uniqueProperties("externalId", "base.credential.username")
			.start()) {
			ApiClient api = ApiClient.of(emulator);
			Response missing = create(api, emulator, "'externalId':'1'");
			assertThat(missing.status()).isEqualTo(400);
			assertThat(missing.at("/message").stringValue()).isEqualTo("source customer is not valid");
			assertThat(missing.at("/errors/0/message").stringValue()).isEqualTo("unique customer property is required");
			assertThat(missing.at("/errors/0/path").stringValue()).isEqualTo("/base/credential/username");
			String user = ",'base':{'credential':{'username':'u'}}";
			assertThat(create(api, emulator, "'externalId':'1'" + user).status()).isEqualTo(201);
			assertThat(create(api, emulator, "'externalId':'2'" + user).status()).isEqualTo(201);
			assertThat(create(api, emulator, "'externalId':'2'" + user).status()).isEqualTo(409);
		}
	}

	@Test
	@DisplayName("texts that differ in case only are the same where the policy does not look at case")
	void caseIsIgnoredWhereThePolicySaysSo() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().caseSensitive(false).start()) {
			ApiClient api = ApiClient.of(emulator);
			String first = create(api, emulator, ANN).id();
			Response second = create(api, emulator, "'base':{'contacts':{'email':'A@Example.COM'}}");
			assertThat(second.status()).isEqualTo(409);
			assertThat(second.at("/data/customer/id").stringValue()).isEqualTo(first);
			String other = create(api, emulator, "'base':{'contacts':{'email':'b@example.com'}}").id();
			String address = "{'base':{'contacts':{'email':'%s'}}}";
			assertThat(api.patch("/customers/" + other, address.formatted("a@EXAMPLE.com")).status()).isEqualTo(409);
			Response own = api.patch("/customers/" + first, address.formatted("A@EXAMPLE.COM"));
			assertThat(own.status()).isEqualTo(200);
			assertThat(own.at("/base/contacts/email").stringValue()).isEqualTo("A@EXAMPLE.COM");
			api.delete("/customers/" + first);
			assertThat(api.patch("/customers/" + other, address.formatted("a@example.com")).status()).isEqualTo(200);
		}
	}

	@Test
	@DisplayName("texts that differ in case are different by default")
	void caseMattersByDefault() {
		try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
			ApiClient api = ApiClient.of(emulator);
			create(api, emulator, ANN);
			assertThat(create(api, emulator, "'base':{'contacts':{'email':'A@example.com'}}").status()).isEqualTo(201);
		}
	}

	private static Response create(ApiClient api, ContactHubEmulator emulator, String members) {
		return api.post("/customers", "{'nodeId':'" + emulator.nodeId() + "'," + members + "}");
	}

}
