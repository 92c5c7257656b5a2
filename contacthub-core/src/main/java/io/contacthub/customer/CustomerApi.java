package io.contacthub.customer;

import io.contacthub.client.ApiElements;
import io.contacthub.client.ApiPage;
import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;
import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The operations of the API on customers.
 */
interface CustomerApi {

	@GetExchange("/customers")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
	ApiPage<Customer> list(@RequestParam MultiValueMap<String, String> parameters);

	@PostExchange("/customers")
	// the documentation names ADMIN only, but every source creates customers
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
	Customer insert(@RequestParam(required = false) @Nullable String sessionId, @RequestBody JsonObject customer);

	@GetExchange("/customers/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	Customer get(@PathVariable String id);

	@PutExchange("/customers/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
	Customer replace(@PathVariable String id, @RequestParam(required = false) @Nullable String sessionId,
			@RequestBody JsonObject customer);

	@PatchExchange("/customers/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
	ResponseEntity<Customer> patch(@PathVariable String id, @RequestParam(required = false) @Nullable String sessionId,
			@RequestBody JsonObject patch);

	@DeleteExchange("/customers/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	void delete(@PathVariable String id);

	@GetExchange("/customers/{customerId}/sources")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	ApiElements<CustomerSource> sources(@PathVariable String customerId);

	@GetExchange("/customers/{customerId}/sources/{sourceId}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	CustomerSource source(@PathVariable String customerId, @PathVariable String sourceId);

}
