package io.contacthub.autoconfigure;

import io.contacthub.client.ContactHubClient;

/**
 * Callback interface for beans that change the clients that the auto-configuration
 * builds, one for each workspace, those with names included, after all properties have
 * been applied. Several are called in their order. <pre class="code">
 * &#064;Bean
 * ContactHubClientCustomizer patientClient() {
 *     return (client) -&gt; client.callTimeout(Duration.ofMinutes(2));
 * }</pre>
 */
@FunctionalInterface
public interface ContactHubClientCustomizer {

	/**
	 * Change the client.
	 * @param builder the builder of the client
	 */
	void customize(ContactHubClient.Builder builder);

}
