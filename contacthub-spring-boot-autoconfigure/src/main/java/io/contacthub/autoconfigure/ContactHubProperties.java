package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.contacthub.autoconfigure.http.ProxySettings;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.RetrySettings;
import io.contacthub.client.TracingId;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisher.Delivery;
import io.contacthub.event.EventPublisher.Overflow;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the ContactHub client. Public for this library.
 *
 * @param enabled Whether to set up the client at all.
 * @param workspaceId Id of the workspace.
 * @param token Token of a source of the workspace.
 * @param nodeId Id of the node whose customers and events the repositories hold.
 * @param iniFile Location of a file that has the id of the workspace, the token and the
 * address where they are not set, in lines such as "token = ...".
 * @param nodes Ids of further nodes by names. The name is the qualifier of their beans.
 * @param workspaces Further workspaces by names. The name is the qualifier of their
 * beans. What is not set for one holds as it is set for all.
 * @param baseUrl Address of ContactHub.
 * @param allowInsecureBaseUrl Whether the token may be sent unencrypted to a base URL
 * that is neither https nor on this machine.
 * @param http Settings of the HTTP client.
 * @param retry Settings of the repetition of requests.
 * @param health Settings of the health check.
 * @param stream Settings of streams.
 * @param events Settings of events.
 */
@ConfigurationProperties("contacthub")
public record ContactHubProperties(@DefaultValue("true") boolean enabled, @Nullable String workspaceId,
		@Nullable String token, @Nullable String nodeId, @Nullable String iniFile,
		@DefaultValue Map<String, String> nodes, @DefaultValue Map<String, ContactHubProperties> workspaces,
		@Nullable String baseUrl, @DefaultValue("false") boolean allowInsecureBaseUrl, @DefaultValue Http http,
		@DefaultValue Retry retry, @DefaultValue Health health, @DefaultValue Stream stream,
		@DefaultValue Events events) {

	/**
	 * Take away blanks around values.
	 */
	public ContactHubProperties {
		workspaceId = PropertyChecks.stripped(workspaceId);
		token = PropertyChecks.stripped(token);
		nodeId = PropertyChecks.stripped(nodeId);
		baseUrl = PropertyChecks.stripped(baseUrl);
	}

	/**
	 * With what the file has that is not set.
	 */
	ContactHubProperties withIniFile() {
		ConnectionFile file = ConnectionFile.of(this.iniFile);
		return (file != null) ? new ContactHubProperties(this.enabled,
				first(this.workspaceId, file.get("workspace-id")), first(this.token, file.get("token")), this.nodeId,
				this.iniFile, this.nodes, this.workspaces, first(this.baseUrl, file.get("base-url")),
				this.allowInsecureBaseUrl, this.http, this.retry, this.health, this.stream, this.events) : this;
	}

	private static @Nullable String first(@Nullable String own, @Nullable String other) {
		return (other != null && ContactHubConfigurationException.isMissing(own)) ? other : own;
	}

	/**
	 * The address, which is that of ContactHub unless another is set.
	 */
	String address() {
		return StringUtils.hasText(this.baseUrl) ? this.baseUrl : ContactHubClient.DEFAULT_BASE_URL;
	}

	/**
	 * Shows no value, since the token is one of them.
	 */
	@Override
	public String toString() {
		return "ContactHubProperties";
	}

	/**
	 * Settings of the HTTP client.
	 *
	 * @param connectTimeout Longest time to connect. Without it, that of
	 * spring.http.clients holds.
	 * @param readTimeout Longest time to wait for an answer. Without it, that of
	 * spring.http.clients holds.
	 * @param callTimeout Longest time for one call with all its requests and the waits
	 * between them. Without it, 60s or the read timeout if that is longer.
	 * @param maxConnections Greatest number of connections that Apache HttpClient keeps
	 * open.
	 * @param maxResponseSize Greatest size of an answer.
	 * @param ssl Settings of TLS.
	 * @param proxy Proxy that all requests go through.
	 * @param maxRequestsPerSecond Greatest number of requests that begin within a second,
	 * those of all threads together. Without it, there is no limit.
	 * @param tracingHeader Name of the header for the tracing id of a call, or the id of
	 * its trace. Empty for none.
	 */
	public record Http(@Nullable Duration connectTimeout, @Nullable Duration readTimeout,
			@Nullable Duration callTimeout, @DefaultValue("50") int maxConnections,
			@DefaultValue("10MB") DataSize maxResponseSize, @DefaultValue Ssl ssl, @DefaultValue Proxy proxy,
			@Nullable Integer maxRequestsPerSecond, @DefaultValue(TracingId.HEADER) String tracingHeader) {

	}

	/**
	 * Settings of TLS.
	 *
	 * @param bundle Name of the SSL bundle to use. Without it, that of
	 * spring.http.clients holds.
	 */
	public record Ssl(@Nullable String bundle) {

	}

	/**
	 * Proxy that all requests go through.
	 *
	 * @param host Host name of the proxy. Without it, none is used.
	 * @param port Port of the proxy.
	 * @param username Name of the user that the proxy asks for.
	 * @param password Password of the user that the proxy asks for.
	 * @param nonProxyHosts Host names that are not reached by way of the proxy. Each may
	 * begin or end with an asterisk.
	 */
	public record Proxy(@Nullable String host, @DefaultValue("8080") int port, @Nullable String username,
			@Nullable String password, @DefaultValue List<String> nonProxyHosts) {

		/**
		 * Take a blank host for none, and what separates hosts in a system property for
		 * that, too.
		 */
		public Proxy {
			host = StringUtils.hasText(host) ? PropertyChecks.stripped(host) : null;
			username = StringUtils.hasText(username) ? PropertyChecks.stripped(username) : null;
			password = StringUtils.hasText(password) ? PropertyChecks.stripped(password) : null;
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
		 * Shows no password.
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
	 * @param initialInterval Wait before the second request.
	 * @param multiplier Factor from one wait to the next, at least 1.
	 * @param maxInterval Longest wait, also when ContactHub asks for a longer one.
	 * @param maxElapsed Time after the first request from which on none is repeated.
	 * @param jitter Part of each wait that is random, from 0 for none to 1.
	 */
	public record Retry(@DefaultValue("true") boolean enabled, @DefaultValue("3") int maxAttempts,
			@DefaultValue("200ms") Duration initialInterval, @DefaultValue("2") double multiplier,
			@DefaultValue("5s") Duration maxInterval, @DefaultValue("30s") Duration maxElapsed,
			@DefaultValue("0.5") double jitter) {

		RetrySettings settings() {
			return this.enabled ? new RetrySettings(this.maxAttempts, this.initialInterval, this.multiplier,
					this.maxInterval, this.maxElapsed, this.jitter) : RetrySettings.none();
		}

	}

	/**
	 * Settings of the health check.
	 *
	 * @param timeout Longest time that the health check takes.
	 * @param timeToLive Time for which the outcome of a check is kept.
	 */
	public record Health(@DefaultValue("2s") Duration timeout, @DefaultValue("30s") Duration timeToLive) {

	}

	/**
	 * Settings of streams.
	 *
	 * @param prefetch Number of pages that a stream reads ahead at the same time, 0 for
	 * none.
	 */
	public record Stream(@DefaultValue("2") int prefetch) {

	}

	/**
	 * Settings of events.
	 *
	 * @param publisher Settings of the publisher that sends events in the background.
	 */
	public record Events(@DefaultValue Publisher publisher) {

	}

	/**
	 * Settings of the publisher that sends events in the background.
	 *
	 * @param capacity Greatest number of events that wait to be sent.
	 * @param concurrency Number of events that are sent at the same time.
	 * @param overflow What happens to an event when the queue is full.
	 * @param offerTimeout Longest time that a caller waits for room in the queue.
	 * @param shutdownTimeout Longest time that the end of the application waits for the
	 * queue to empty.
	 * @param delivery What happens to an event that may have been carried out, such as
	 * after a time-out.
	 * @param retry Settings of the pauses while ContactHub does not take events.
	 */
	public record Publisher(@DefaultValue("10000") int capacity, @DefaultValue("4") int concurrency,
			@DefaultValue("block") Overflow overflow, @DefaultValue("100ms") Duration offerTimeout,
			@DefaultValue("25s") Duration shutdownTimeout, @DefaultValue("at-most-once") Delivery delivery,
			@DefaultValue PublisherRetry retry) {

		EventPublisher.Settings settings() {
			return new EventPublisher.Settings(this.capacity, this.concurrency, this.overflow, this.offerTimeout,
					this.shutdownTimeout, this.delivery, this.retry.settings());
		}

	}

	/**
	 * Settings of the pauses while ContactHub does not take events.
	 *
	 * @param initialInterval First pause of the publisher.
	 * @param multiplier Factor from one pause to the next, at least 1.
	 * @param maxInterval Longest pause, also when ContactHub asks for a longer one.
	 * @param jitter Part of each pause that is random, from 0 for none to 1.
	 */
	public record PublisherRetry(@DefaultValue("1s") Duration initialInterval, @DefaultValue("2") double multiplier,
			@DefaultValue("10s") Duration maxInterval, @DefaultValue("0.5") double jitter) {

		EventPublisher.Retry settings() {
			return new EventPublisher.Retry(this.initialInterval, this.multiplier, this.maxInterval, this.jitter);
		}

	}

}
