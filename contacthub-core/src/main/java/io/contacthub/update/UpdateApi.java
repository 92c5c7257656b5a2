package io.contacthub.update;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/**
 * The operations of the API on updates.
 */
interface UpdateApi {

	@GetExchange("/updates/last-offset")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.PLATFORM_UPDATES })
	LastOffset lastOffset(@RequestParam MultiValueMap<String, String> parameters);

	@GetExchange("/updates")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.PLATFORM_UPDATES })
	UpdatePage list(@RequestParam MultiValueMap<String, String> parameters);

	/**
	 * Where the updates end.
	 *
	 * @param lastOffset the offset of the last one
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record LastOffset(@JsonProperty("lastOffset") @Nullable Long lastOffset) {

	}

}
