package io.contacthub.client;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.json.ContactHubJson;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.task.TaskDecorator;
import org.springframework.data.domain.Pageable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

/**
 * The transport to one workspace. The repositories are made of it; an application needs
 * it only to call operations of ContactHub that this library has no method for, see
 * {@link #createApi(Class)}. What can be set of it, is set where the workspace is built:
 * <pre class="code">{@code
 * Workspace workspace = Workspace.builder()
 *     .id("…")
 *     .token("…")
 *     .client((client) -> client.callTimeout(Duration.ofSeconds(20)).maxRequestsPerSecond(50))
 *     .build();
 * }</pre>
 * <p>
 * Safe for use by many threads. No request is made when it is built.
 */
public interface ContactHubClient {

	/**
	 * The address of ContactHub.
	 */
	String DEFAULT_BASE_URL = "https://api.contactlab.it/hub/v1";

	/**
	 * Start a client.
	 * @return a builder
	 */
	static Builder builder() {
		return new DefaultContactHubClientBuilder();
	}

	/**
	 * Start another client with the settings of this one, to change some. It shares the
	 * HTTP engine unless it is given one of its own; this client stays as it is.
	 * @return a builder
	 */
	Builder mutate();

	/**
	 * Return the id of the workspace.
	 * @return the id
	 */
	String workspaceId();

	/**
	 * Return the address of ContactHub, without {@code /workspaces}.
	 * @return the address, without a slash at its end
	 */
	URI baseUrl();

	/**
	 * Return the longest time that a call may take, see
	 * {@link Builder#callTimeout(Duration)}.
	 * @return the time
	 */
	Duration callTimeout();

	/**
	 * Implement an interface whose methods are annotated with
	 * {@link org.springframework.web.service.annotation.HttpExchange @HttpExchange}.
	 * Paths are relative to the workspace, such as {@code /segments/{id}}; only
	 * {@code /me} is relative to the API, where it is. Its calls are authenticated,
	 * repeated and translated like those of the repositories: an id that would leave its
	 * segment of the path is an {@link IllegalArgumentException}, and an answer without a
	 * body is a {@link org.springframework.dao.DataRetrievalFailureException} unless the
	 * method returns nothing or a {@code ResponseEntity}. <pre class="code">
	 * interface Reports {
	 *
	 *     &#064;GetExchange("/reports/{id}")
	 *     Map&lt;String, Object&gt; find(&#064;PathVariable String id);
	 *
	 * }</pre>
	 * @param <T> the type of the interface
	 * @param type the interface
	 * @return its implementation, always the same one for a type
	 */
	<T> T createApi(Class<T> type);

	/**
	 * Stream all elements of a list, page by page of 50. Pages are read ahead on threads
	 * of their own, see {@link Builder#prefetch(int)}, in the context of the thread that
	 * reads the stream, see {@link TaskContext}, and with the token that it has then. The
	 * stream ends with a {@link java.util.concurrent.CancellationException} when the
	 * thread that reads it is interrupted while it waits for a page.
	 * @param <T> the type of the elements
	 * @param pages reads one page
	 * @return a sequential stream, which should be closed unless it is read to its end;
	 * the first request is made when the first element is asked for
	 */
	<T> Stream<T> stream(Function<Pageable, ApiPage<T>> pages);

	/**
	 * Builder of a {@link ContactHubClient}. The id of the workspace and the token are
	 * required.
	 */
	interface Builder {

		/**
		 * Set the workspace; required.
		 * @param workspaceId the id of the workspace
		 * @return this builder
		 */
		Builder workspaceId(String workspaceId);

		/**
		 * Set a token that never changes; this or the other method is required.
		 * @param token the token of a source of the workspace
		 * @return this builder
		 * @throws IllegalSettingException when the token is blank
		 */
		Builder token(String token);

		/**
		 * Set where the token comes from.
		 * @param token is asked at every request, repeated ones too, by many threads, so
		 * that the token can change; a token that is blank or not ASCII is an
		 * {@link IllegalStateException} then
		 * @return this builder
		 */
		Builder token(Supplier<String> token);

		/**
		 * Set the address of ContactHub.
		 * @param baseUrl an https address; {@code /hub/v1} is added to one without a
		 * path, and a slash, {@code /workspaces} or {@code /workspaces/} and the id of
		 * the workspace at its end make no difference
		 * @return this builder
		 */
		Builder baseUrl(String baseUrl);

		/**
		 * Set whether the token may be sent unencrypted to another machine, which is
		 * refused otherwise.
		 * @param allowed whether the base URL may be a plain http address that is not a
		 * loopback one
		 * @return this builder
		 */
		Builder allowInsecureBaseUrl(boolean allowed);

		/**
		 * Set the HTTP engine. It must have time-outs and must neither follow redirects
		 * nor repeat requests. One that follows redirects is told not to, or refused when
		 * the client is built, as is one that cannot send PATCH. Without one, the JDK's
		 * client is used, with 2 s to connect and 10 s for an answer, or what is left of
		 * {@link #callTimeout(Duration)}.
		 * @param requestFactory the factory of requests
		 * @return this builder
		 */
		Builder requestFactory(ClientHttpRequestFactory requestFactory);

		/**
		 * Set the HTTP engine, as {@link #requestFactory(ClientHttpRequestFactory)}, that
		 * gives up by itself when the time of a call is over. Without its help that is
		 * noticed only while the body of an answer is read.
		 * @param engine makes the factory of requests
		 * @return this builder
		 */
		Builder requestFactory(HttpEngine engine);

		/**
		 * Set the longest time that a call may take, with all its requests and the waits
		 * between them; 60 s if not set. It bounds answers that come in so slowly that no
		 * read time-out stops them.
		 * @param callTimeout the time
		 * @return this builder
		 * @throws IllegalSettingException when it is less than 1 ms
		 */
		Builder callTimeout(Duration callTimeout);

		/**
		 * Set the greatest size of an answer, 10 MB if not set. A longer one is not read
		 * to its end and ends in a
		 * {@link org.springframework.dao.DataRetrievalFailureException}.
		 * @param maxResponseSize the size, of the body after decompression
		 * @return this builder
		 * @throws IllegalSettingException when it is less than 1 byte
		 */
		Builder maxResponseSize(DataSize maxResponseSize);

		/**
		 * Set where calls and requests are observed; nowhere if not set. A call is
		 * {@code contacthub.calls}, each of its requests {@code http.client.requests}.
		 * Neither has ids, query strings or the token.
		 * @param observationRegistry the registry
		 * @return this builder
		 */
		Builder observationRegistry(ObservationRegistry observationRegistry);

		/**
		 * Customize the {@code RestClient}, which has its request factory already; its
		 * address, authentication, error handling and JSON are set after this.
		 * @param customizer changes the builder of the client
		 * @return this builder
		 */
		Builder restClient(Consumer<RestClient.Builder> customizer);

		/**
		 * Customize the {@code RestClient}, as {@link #restClient(Consumer)}, by what is
		 * meant for other clients too: of the request factories that it sets, only some
		 * take the place of the one that is set already.
		 * @param customizer changes the builder of the client
		 * @param accepted whether to take a request factory
		 * @return this builder
		 */
		Builder restClient(Consumer<RestClient.Builder> customizer, Predicate<ClientHttpRequestFactory> accepted);

		/**
		 * Set the JSON mapper; {@link ContactHubJson#mapper()} if not set.
		 * @param jsonMapper a mapper rebuilt from {@link ContactHubJson#mapper()}
		 * @return this builder
		 */
		Builder jsonMapper(JsonMapper jsonMapper);

		/**
		 * Set how requests are repeated; {@link RetrySettings#defaults()} if not set.
		 * @param retry the settings
		 * @return this builder
		 */
		Builder retry(RetrySettings retry);

		/**
		 * Set how failures become exceptions; {@link ApiErrorTranslator#byStatus()} if
		 * not set.
		 * @param translator the translation
		 * @return this builder
		 */
		Builder errorTranslator(ApiErrorTranslator translator);

		/**
		 * Set how many pages a stream reads ahead, at the same time, while it waits for
		 * the one before them or its elements are worked on; 2 if not set.
		 * @param prefetch the number of pages, 0 to read each page when it is needed
		 * @return this builder
		 * @throws IllegalSettingException when it is negative
		 */
		Builder prefetch(int prefetch);

		/**
		 * Set what pages that are read ahead carry from the thread that reads the stream
		 * to the one that reads the page; {@link TaskContext} if not set.
		 * @param taskDecorator is given each page when it is asked for
		 * @return this builder
		 */
		Builder taskDecorator(TaskDecorator taskDecorator);

		/**
		 * Set how many requests begin within any second at most, those of all threads and
		 * repeated ones together; without limit if not set. A request waits for its turn
		 * as long as its call has time, and fails as not connected if there is none.
		 * Clients that are made of this one by {@link ContactHubClient#mutate()} share
		 * the limit.
		 * @param maxRequestsPerSecond the number of requests, 0 for no limit
		 * @return this builder
		 * @throws IllegalSettingException when it is not from 0 to 100,000
		 */
		Builder maxRequestsPerSecond(int maxRequestsPerSecond);

		/**
		 * Set how requests name what they belong to, unless a call is given a
		 * {@link TracingId} of its own.
		 * @param header the name of the header, empty to send none;
		 * {@value TracingId#HEADER} if not set
		 * @param id gives the id of the present trace, {@code null} for none; it is asked
		 * on the thread that makes the request
		 * @return this builder
		 */
		Builder tracing(String header, Supplier<@Nullable String> id);

		/**
		 * Set what judges documents before they are sent; nothing if not set. Clients
		 * that are made of this one by {@link ContactHubClient#mutate()} have validators
		 * of their own, made by the same function.
		 * @param validator makes the validator, with the first document; it is given the
		 * client whose documents are judged, by which it may read what it needs
		 * @return this builder
		 */
		Builder documentValidator(Function<ContactHubClient, DocumentValidator> validator);

		/**
		 * Build the client; no request is made.
		 * @return the client
		 * @throws IllegalSettingException when the workspace id or the token is missing,
		 * the base URL is malformed or insecure, or the HTTP engine cannot send PATCH or
		 * follows redirects
		 */
		ContactHubClient build();

	}

}
