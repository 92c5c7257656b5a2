package com.example.scaling;

import com.example.AbstractEmulatorTests;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
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
class ScalingTests extends AbstractEmulatorTests {

	private final CustomerRepository customers = NODE.customers();

	@Test
	@DisplayName("each keeps what the other has changed, when both send patches")
	void patchesMerge() {
		String id = this.customers.insert(Customer.builder().externalId("A1").build()).id();
		Customer seenByOne = this.customers.getById(id);
		Customer seenByOther = this.customers.getById(id);
		// tag::patch[]
		Customer changed = seenByOne.withBase((base) -> base.withFirstName("Ann"));
		// only the first name
		this.customers.patch(id, CustomerPatch.between(seenByOne, changed));
		// end::patch[]
		this.customers.patch(id,
				CustomerPatch.between(seenByOther, seenByOther.withBase((base) -> base.withLastName("Rossi"))));
		assertThat(this.customers.getById(id).base().firstName()).isEqualTo("Ann");
		assertThat(this.customers.getById(id).base().lastName()).isEqualTo("Rossi");
	}

	@Test
	@DisplayName("the last one wins, when both replace")
	void replacementsLose() {
		String id = this.customers.insert(Customer.builder().externalId("A1").build()).id();
		Customer seenByOne = this.customers.getById(id);
		Customer seenByOther = this.customers.getById(id);
		this.customers.replace(seenByOne.withBase((base) -> base.withFirstName("Ann")));
		this.customers.replace(seenByOther.withBase((base) -> base.withLastName("Rossi")));
		assertThat(this.customers.getById(id).base().firstName()).isNull();
	}

	@Test
	@DisplayName("one reads from the cache what the other has changed")
	void cacheIsUpToDate() {
		String id = this.customers.insert(Customer.builder().externalId("A1").build()).id();
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(CustomerRepository.class, () -> this.customers);
			context.registerBean(ConcurrentMapCacheManager.class);
			context.register(Caching.class, CachedCustomers.class);
			context.refresh();
			CachedCustomers cached = context.getBean(CachedCustomers.class);
			cached.get(id);
			cached.rename(id, "Ann");
			assertThat(cached.get(id).base().firstName()).isEqualTo("Ann");
			EMULATOR.wireMock().verifyThat(1, getRequestedFor(urlPathMatching(".*/customers/" + id)));
			cached.delete(id);
			EMULATOR.wireMock().verifyThat(1, WireMock.deleteRequestedFor(urlPathMatching(".*/customers/" + id)));
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
