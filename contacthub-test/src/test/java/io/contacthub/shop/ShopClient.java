package io.contacthub.shop;

import io.contacthub.autoconfigure.ContactHubClientCustomizer;
import io.contacthub.client.ContactHubClient;

import org.springframework.stereotype.Component;

/**
 * Has the client say who it is.
 */
@Component
class ShopClient implements ContactHubClientCustomizer {

	@Override
	public void customize(ContactHubClient.Builder builder) {
		builder.restClient((client) -> client.defaultHeader("X-Application", "shop"));
	}

}
