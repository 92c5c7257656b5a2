package io.contacthub.customer;

import java.util.Map;

import io.contacthub.client.ApiPage;
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

/**
 * The operations of the API on customers.
 */
interface CustomerApi {

	@GetExchange("/customers")
	ApiPage<Customer> list(@RequestParam MultiValueMap<String, String> parameters);

	@PostExchange("/customers")
	Customer insert(@RequestBody Map<String, @Nullable Object> customer);

	@GetExchange("/customers/{id}")
	Customer get(@PathVariable String id);

	@PatchExchange("/customers/{id}")
	ResponseEntity<Customer> patch(@PathVariable String id, @RequestBody Map<String, @Nullable Object> patch);

	@DeleteExchange("/customers/{id}")
	void delete(@PathVariable String id);

}
