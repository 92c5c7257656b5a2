package io.contacthub.client;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for engines that are made when they are needed.
 */
@DisplayName("A lazy engine")
class LazyEngineTests {

	private final AtomicInteger engines = new AtomicInteger();

	private final AtomicInteger requests = new AtomicInteger();

	private Workspace.Builder workspace(HttpEngine engine) {
		return Workspace.builder()
			.id("w1")
			.token("t0ken")
			.client((client) -> client.retry(RetrySettings.none()).requestFactory(engine));
	}

	private HttpEngine counted(ClientHttpRequestFactory factory) {
		return (timeLeft) -> {
			this.engines.incrementAndGet();
			return factory;
		};
	}

	private ClientHttpRequest refuse(URI uri, HttpMethod method) throws IOException {
		this.requests.incrementAndGet();
		throw new IOException("No connection");
	}

	@Test
	@DisplayName("is made with the first call, once for a client and its copies")
	void isMadeWhenNeeded() {
		Workspace workspace = workspace(HttpEngine.lazy(counted(this::refuse))).build();
		Node node = workspace.node("n1");
		ContactHubClient copy = workspace.client().mutate().workspaceId("w2").build();
		assertThat(node.customers().inSession(SessionId.random())).isNotNull();
		assertThat(node.customers().sessions("c1")).isNotNull();
		assertThat(node.customers().educations("c1")).isNotNull();
		assertThat(node.events()).isNotNull();
		assertThat(this.engines).hasValue(0);
		assertThatExceptionOfType(TransientDataAccessException.class).isThrownBy(() -> node.customers().findById("c1"));
		assertThatExceptionOfType(TransientDataAccessException.class).isThrownBy(() -> node.events().findById("e1"));
		assertThatExceptionOfType(TransientDataAccessException.class)
			.isThrownBy(() -> CustomerRepository.create(copy, "n1").findById("c1"));
		assertThat(this.engines).hasValue(1);
		assertThat(this.requests).hasValue(3);
	}

	@Test
	@DisplayName("is refused by the first call when it cannot be used")
	void isRefusedLate() {
		Workspace workspace = workspace(HttpEngine.lazy(counted(new SimpleClientHttpRequestFactory()))).build();
		Node node = workspace.node("n1");
		assertThatExceptionOfType(IllegalSettingException.class).isThrownBy(() -> node.customers().findById("c1"))
			.withMessageContaining("PATCH");
	}

	@Test
	@DisplayName("says where to look when it cannot be made by the first call")
	void saysWhereToLook() {
		IllegalArgumentException cause = new IllegalArgumentException("no trust");
		Node node = workspace(HttpEngine.lazy((timeLeft) -> {
			throw cause;
		})).build().node("n1");
		assertThatIllegalStateException().isThrownBy(() -> node.customers().findById("c1"))
			.withMessageContaining("no trust")
			.withMessageContaining("trust store")
			.withCause(cause);
	}

	@Test
	@DisplayName("is made at once for customizers, which fail when the client is built if they fail")
	void isMadeForCustomizers() {
		Workspace.Builder workspace = workspace(HttpEngine.lazy(counted(this::refuse)))
			.client((client) -> client.restClient((rest) -> {
				throw new IllegalStateException("of the application");
			}));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(workspace::build)
			.withMessage("of the application");
		assertThat(this.engines).hasValue(1);
	}

	@Test
	@DisplayName("that is not declared as such is made and checked when the client is built")
	void isMadeAtOnceOtherwise() {
		Workspace.Builder workspace = workspace(counted(new SimpleClientHttpRequestFactory()));
		assertThatExceptionOfType(IllegalSettingException.class).isThrownBy(workspace::build)
			.withMessageContaining("PATCH");
		assertThat(this.engines).hasValue(1);
	}

}
