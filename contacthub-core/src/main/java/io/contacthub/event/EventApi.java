package io.contacthub.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.contacthub.client.ApiPage;
import io.contacthub.client.Receipt;
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
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The operations of the API on events.
 */
interface EventApi {

	@PostExchange("/events")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
	ResponseEntity<Accepted> add(@RequestBody JsonObject event);

	@GetExchange("/events")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	ApiPage<Event> list(@RequestParam MultiValueMap<String, String> parameters);

	@GetExchange("/events/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	Event get(@PathVariable String id);

	@PutExchange("/events/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
	void replace(@PathVariable String id, @RequestBody JsonObject event);

	@DeleteExchange("/events/{id}")
	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
	void delete(@PathVariable String id);

	/**
	 * What is known of an event that was accepted and is not yet stored.
	 *
	 * @param id its id
	 */
	@Receipt
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Accepted(@JsonProperty("id") @Nullable String id) {

	}

}
