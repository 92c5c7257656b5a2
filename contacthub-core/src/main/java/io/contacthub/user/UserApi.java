package io.contacthub.user;

import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;

import org.springframework.web.service.annotation.GetExchange;

/**
 * The operation of the API on whom a token belongs to, which is in no workspace.
 */
interface UserApi {

	@GetExchange("/me")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION,
			Scope.PLATFORM_UPDATES })
	UserInfo get();

}
