package com.example.scaling;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the page about many instances says.
 */
@DisplayName("Of two instances")
class ScalingTests {

	private static ContactHubEmulator emulator;

	private static CustomerRepository customers;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.start();
		Node node = Workspace.builder()
			.id(emulator.workspaceId())
			.token(emulator.token())
			.baseUrl(emulator.baseUrl())
			.build()
			.node(emulator.nodeId());
		customers = node.customers();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	@Test
	@DisplayName("each keeps what the other has changed, when both send patches")
	void patchesMerge() {
		String id = customers.insert(Customer.builder().externalId("A1").build()).id();
		Customer seenByOne = customers.getById(id);
		Customer seenByOther = customers.getById(id);
		// tag::patch[]
		Customer changed = seenByOne.withBase((base) -> base.withFirstName("Ann"));
		// only the first name
		customers.patch(id, CustomerPatch.between(seenByOne, changed));
		// end::patch[]
		customers.patch(id,
				CustomerPatch.between(seenByOther, seenByOther.withBase((base) -> base.withLastName("Rossi"))));
		assertThat(customers.getById(id).base().firstName()).isEqualTo("Ann");
		assertThat(customers.getById(id).base().lastName()).isEqualTo("Rossi");
	}

	@Test
	@DisplayName("the last one wins, when both replace")
	void replacementsLose() {
		String id = customers.insert(Customer.builder().externalId("A1").build()).id();
		Customer seenByOne = customers.getById(id);
		Customer seenByOther = customers.getById(id);
		customers.replace(seenByOne.withBase((base) -> base.withFirstName("Ann")));
		customers.replace(seenByOther.withBase((base) -> base.withLastName("Rossi")));
		assertThat(customers.getById(id).base().firstName()).isNull();
	}

	@Test
	@DisplayName("one reads from the cache what the other has changed")
	void cacheIsUpToDate() {
		String id = customers.insert(Customer.builder().externalId("A1").build()).id();
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(CustomerRepository.class, () -> customers);
			context.registerBean(ConcurrentMapCacheManager.class);
			context.register(Caching.class, CachedCustomers.class);
			context.refresh();
			CachedCustomers cached = context.getBean(CachedCustomers.class);
			cached.get(id);
			cached.rename(id, "Ann");
			assertThat(cached.get(id).base().firstName()).isEqualTo("Ann");
			emulator.wireMock().verifyThat(1, getRequestedFor(urlPathMatching(".*/customers/" + id)));
			cached.delete(id);
			emulator.wireMock().verifyThat(1, WireMock.deleteRequestedFor(urlPathMatching(".*/customers/" + id)));
		}
	}

	/**
	 * Switches caching on.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableCaching
	static class Caching {

	}

}
