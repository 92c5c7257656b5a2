package io.contacthub.event;

import java.util.Map;

import io.contacthub.client.ApiPage;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The operations of the API on events.
 */
interface EventApi {

	@PostExchange("/events")
	ResponseEntity<Accepted> add(@RequestBody Map<String, @Nullable Object> event);

	@GetExchange("/events")
	ApiPage<Event> list(@RequestParam MultiValueMap<String, String> parameters);

	/**
	 * What is known of an event that was accepted and is not yet stored.
	 *
	 * @param id its id
	 */
	record Accepted(@Nullable String id) {

	}

}
