package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.contacthub.autoconfigure.http.ProxySettings;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.RetrySettings;
import io.contacthub.client.TracingId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Properties of a connection to ContactHub: of the one without a name, and of each
 * workspace that has one.
 *
 * @param enabled Whether to set up the client at all.
 * @param workspaceId Id of the workspace.
 * @param token Token of a trusted source of the workspace. That of another source cannot
 * read a customer by its id.
 * @param nodeId Id of the node whose customers and events the repositories hold.
 * @param iniFile Location of a file, such as file:/etc/contacthub.ini, with lines such as
 * "token = ...". What it has of workspace_id, token and base_url counts where the
 * properties are not set.
 * @param nodes Ids of further nodes by names. The name is the qualifier of their beans.
 * @param baseUrl Address of ContactHub. It may be the host alone, and may have
 * /workspaces, also with the id of the workspace, at its end.
 * @param allowInsecureBaseUrl Whether the token may be sent unencrypted to another
 * machine, by a base URL that is not https.
 * @param http Settings of the HTTP client.
 * @param retry Settings of the repetition of requests.
 * @param stream Settings of streams.
 * @param validation Settings of the check of documents before they are sent.
 */
@ConfigurationProperties("contacthub")
record ConnectionProperties(@DefaultValue("true") boolean enabled, @Nullable String workspaceId, @Nullable String token,
		@Nullable String nodeId, @Nullable String iniFile, @DefaultValue Map<String, String> nodes,
		@Nullable String baseUrl, @DefaultValue("false") boolean allowInsecureBaseUrl, @DefaultValue Http http,
		@DefaultValue Retry retry, @DefaultValue Stream stream, @DefaultValue Validation validation) {

	/**
	 * Take away blanks around values.
	 */
	ConnectionProperties {
		workspaceId = PropertyText.stripped(workspaceId);
		token = PropertyText.stripped(token);
		nodeId = PropertyText.stripped(nodeId);
		baseUrl = PropertyText.stripped(baseUrl);
	}

	/**
	 * Return these properties with what the file has that is not set.
	 */
	ConnectionProperties withIniFile() {
		ConnectionFile file = ConnectionFile.of(this.iniFile);
		return (file != null) ? new ConnectionProperties(this.enabled,
				first(this.workspaceId, file.get("workspace-id")), first(this.token, file.get("token")), this.nodeId,
				this.iniFile, this.nodes, first(this.baseUrl, file.get("base-url")), this.allowInsecureBaseUrl,
				this.http, this.retry, this.stream, this.validation) : this;
	}

	private static @Nullable String first(@Nullable String own, @Nullable String other) {
		return (other != null && ContactHubConfigurationException.isMissing(own)) ? other : own;
	}

	/**
	 * Return the address, which is that of ContactHub unless another is set.
	 */
	String address() {
		return StringUtils.hasText(this.baseUrl) ? this.baseUrl : ContactHubClient.DEFAULT_BASE_URL;
	}

	/**
	 * Set what the client has its own words for, but for the repetition.
	 */
	void applyTo(ContactHubClient.Builder client, RefusedSettingCallback refusals) {
		Duration callTimeout = this.http.callTimeout();
		if (callTimeout != null) {
			refusals.set(client, ContactHubClient.Builder::callTimeout, callTimeout);
		}
		Integer rate = this.http.maxRequestsPerSecond();
		if (rate != null && rate >= 1) {
			refusals.set(client, ContactHubClient.Builder::maxRequestsPerSecond, rate);
		}
		refusals.set(client, ContactHubClient.Builder::maxResponseSize, this.http.maxResponseSize());
		refusals.set(client, ContactHubClient.Builder::prefetch, this.stream.prefetch());
	}

	/**
	 * Show no value, since the token is one of them.
	 */
	@Override
	public String toString() {
		return "ConnectionProperties";
	}

	/**
	 * Settings of the HTTP client.
	 *
	 * @param connectTimeout Longest time to connect, TLS included. That of
	 * spring.http.clients, where there is one, comes before the default.
	 * @param readTimeout Longest pause before and within an answer, and with the engines
	 * of Jetty and the JDK the time of the whole answer. That of spring.http.clients,
	 * where there is one, comes before the default.
	 * @param callTimeout Longest time for a call with all its requests and waits. By
	 * default it is the read timeout where that is longer than 60s.
	 * @param maxConnections Greatest number of connections that Apache HttpClient keeps
	 * open.
	 * @param maxResponseSize Greatest size of an answer.
	 * @param ssl Settings of TLS.
	 * @param proxy Proxy that all requests go through.
	 * @param maxRequestsPerSecond Greatest number of requests that begin within a second,
	 * those of all threads together, from 1 to 100000. Without it, there is no limit.
	 * @param tracingHeader Header for the tracing id of a call, or the id of its trace.
	 * Empty for none.
	 */
	record Http(@Nullable Duration connectTimeout, @Nullable Duration readTimeout, @Nullable Duration callTimeout,
			@DefaultValue("50") int maxConnections, @DefaultValue("10MB") DataSize maxResponseSize,
			@DefaultValue Ssl ssl, @DefaultValue Proxy proxy, @Nullable Integer maxRequestsPerSecond,
			@DefaultValue(TracingId.HEADER) String tracingHeader) {

	}

	/**
	 * Settings of TLS.
	 *
	 * @param bundle Name of the SSL bundle to use, by default that of
	 * spring.http.clients. When the bundle is updated (reload-on-update), later requests
	 * use it.
	 */
	record Ssl(@Nullable String bundle) {

	}

	/**
	 * Proxy that all requests go through.
	 *
	 * @param host Host name of a proxy that all requests go through. Without it, none is
	 * used.
	 * @param port Port of the proxy.
	 * @param username Name of the user that the proxy asks for, by Basic authentication.
	 * @param password Password of the user that the proxy asks for.
	 * @param nonProxyHosts Host names that are reached without the proxy. Each may begin
	 * or end with an asterisk, such as *.example.com.
	 */
	record Proxy(@Nullable String host, @DefaultValue("8080") int port, @Nullable String username,
			@Nullable String password, @DefaultValue List<String> nonProxyHosts) {

		/**
		 * Take a blank host for none, and what separates hosts in a system property for
		 * that, too.
		 */
		Proxy {
			host = StringUtils.hasText(host) ? PropertyText.stripped(host) : null;
			username = StringUtils.hasText(username) ? PropertyText.stripped(username) : null;
			password = StringUtils.hasText(password) ? PropertyText.stripped(password) : null;
			nonProxyHosts = nonProxyHosts.stream()
				.flatMap((hosts) -> Arrays.stream(hosts.split("\\|")))
				.map(String::strip)
				.filter(StringUtils::hasText)
				.toList();
		}

		/**
		 * Return the proxy, unless there is none.
		 */
		@Nullable ProxySettings settings() {
			return (this.host != null)
					? new ProxySettings(this.host, this.port, this.username, this.password, this.nonProxyHosts) : null;
		}

		/**
		 * Show no password.
		 */
		@Override
		public String toString() {
			return "Proxy[host=" + this.host + ", port=" + this.port + "]";
		}

	}

	/**
	 * Settings of the repetition of requests.
	 *
	 * @param enabled Whether failed requests are repeated where that can do no harm.
	 * @param maxAttempts Greatest number of requests for one call, the first included.
	 * @param initialInterval Wait before the second request, less its random part.
	 * Retry-After may make it longer.
	 * @param multiplier Factor from one wait to the next, at least 1.
	 * @param maxInterval Longest wait, also when ContactHub asks for a longer one.
	 * @param maxElapsed Time after the beginning of the call from which on nothing is
	 * repeated.
	 * @param jitter Part of each wait that is random, from 0 for none to 1.
	 */
	record Retry(@DefaultValue("true") boolean enabled, @DefaultValue("3") int maxAttempts,
			@DefaultValue("200ms") Duration initialInterval, @DefaultValue("2") double multiplier,
			@DefaultValue("5s") Duration maxInterval, @DefaultValue("30s") Duration maxElapsed,
			@DefaultValue("0.5") double jitter) {

		RetrySettings settings() {
			return settings(RefusedSettingCallback.thrown());
		}

		RetrySettings settings(RefusedSettingCallback refusals) {
			RetrySettings settings = RetrySettings.defaults();
			settings = refusals.set(settings, RetrySettings::withMaxAttempts, this.maxAttempts);
			settings = refusals.set(settings, RetrySettings::withInitialInterval, this.initialInterval);
			settings = refusals.set(settings, RetrySettings::withMultiplier, this.multiplier);
			settings = refusals.set(settings, RetrySettings::withMaxInterval, this.maxInterval);
			settings = refusals.set(settings, RetrySettings::withMaxElapsed, this.maxElapsed);
			settings = refusals.set(settings, RetrySettings::withJitter, this.jitter);
			return this.enabled ? settings : RetrySettings.none();
		}

	}

	/**
	 * Settings of streams.
	 *
	 * @param prefetch Number of pages that a stream reads ahead at the same time, beside
	 * the one that it waits for, 0 for none.
	 */
	record Stream(@DefaultValue("2") int prefetch) {

	}

	/**
	 * Settings of the check of documents before they are sent.
	 *
	 * @param events What happens to an event whose properties do not fit the schema of
	 * its type in the workspace.
	 * @param customers What happens to a customer whose extended properties do not fit
	 * the schema of the workspace.
	 * @param timeToLive Time after which the schemas are read anew, in the background.
	 * @param timeout Longest time that a write waits for the schemas.
	 * @param token Token to read the schemas with, where that of the workspace may not.
	 * Types of events need the scope ADMIN, USER or GUEST.
	 */
	record Validation(@DefaultValue("off") ValidationMode events, @DefaultValue("off") ValidationMode customers,
			@DefaultValue("10m") Duration timeToLive, @DefaultValue("2s") Duration timeout, @Nullable String token) {

		/**
		 * Take away blanks around the token.
		 */
		Validation {
			token = PropertyText.stripped(token);
		}

		/**
		 * Return the settings.
		 * @param own gives the token to read the schemas with, if there is one
		 */
		ValidationSettings settings(Supplier<@Nullable String> own) {
			return new ValidationSettings(this.events, this.customers, this.timeToLive, this.timeout,
					ContactHubConfigurationException.isMissing(own.get()) ? null
							: () -> String.valueOf(PropertyText.stripped(own.get())));
		}

		/**
		 * Show no token.
		 */
		@Override
		public String toString() {
			return "Validation[events=" + this.events + ", customers=" + this.customers + "]";
		}

	}

}
