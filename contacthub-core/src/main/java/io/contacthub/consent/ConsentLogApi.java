package io.contacthub.consent;

import io.contacthub.client.ApiPage;
import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/**
 * The operations of the API on the register of consents.
 */
interface ConsentLogApi {

	@GetExchange("/consent-logs")
	@RequiredScopes(Scope.DPO)
	ApiPage<ConsentLog> list(@RequestParam MultiValueMap<String, String> parameters);

	@GetExchange("/consent-logs/{id}")
	@RequiredScopes(Scope.DPO)
	ConsentLog get(@PathVariable String id);

}
