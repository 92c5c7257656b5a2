package com.example.workspace;

import java.util.Map;

import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/**
 * An operation that the library does not have.
 */
// tag::api[]
interface CampaignApi {

	@GetExchange("/campaigns/{id}") // below the workspace
	@RequiredScopes({ Scope.ADMIN, Scope.USER })
	Map<String, Object> get(@PathVariable String id);

}
// end::api[]
