package io.contacthub.autoconfigure;

import io.contacthub.client.ContactHubClient;

/**
 * A bean of this type changes the clients that the auto-configuration builds, one for
 * each workspace, those with names included, after all properties have been applied.
 * Several are called in their order.
 */
@FunctionalInterface
public interface ContactHubClientCustomizer {

	/**
	 * Change the client.
	 * @param builder the builder of the client
	 */
	void customize(ContactHubClient.Builder builder);

}
