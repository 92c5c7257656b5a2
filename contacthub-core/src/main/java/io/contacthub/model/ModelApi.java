package io.contacthub.model;

import io.contacthub.client.ApiElements;
import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;

import org.springframework.web.service.annotation.GetExchange;

/**
 * The operations of the API on models.
 */
interface ModelApi {

	@GetExchange("/models/properties/base")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
	BasePropertiesModel baseProperties();

	@GetExchange("/models/contexts")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
	ApiElements<ContextModel> contexts();

	@GetExchange("/models/providers")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
	ApiElements<ProviderModel> providers();

	@GetExchange("/models/merge-policies")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST })
	ApiElements<MergePolicy> mergePolicies();

}
