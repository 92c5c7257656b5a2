package io.contacthub.benchmarks.call;

import java.io.IOException;
import java.io.InputStream;

import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.json.PlainCustomer;
import io.contacthub.benchmarks.json.PlainEvent;
import io.contacthub.benchmarks.json.PlainJson;
import io.contacthub.benchmarks.json.PlainPage;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache HttpClient without anything around it.
 */
final class ApacheClient implements CallContender {

	/** As many as the library keeps. */
	static final int CONNECTIONS = 50;

	private final CloseableHttpClient client = HttpClients.custom()
		.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnPerRoute(CONNECTIONS)
			.setMaxConnTotal(CONNECTIONS)
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(Timeout.ofSeconds(2))
				.setSocketTimeout(Timeout.ofSeconds(10))
				.build())
			.build())
		.build();

	private final String workspace;

	ApacheClient(String baseUrl) {
		this.workspace = baseUrl + "/workspaces/" + Documents.WORKSPACE_ID;
	}

	@Override
	public Object customer(String id) throws IOException {
		return execute(new HttpGet(this.workspace + "/customers/" + id), PlainCustomer.class);
	}

	@Override
	public Object page() throws IOException {
		return execute(new HttpGet(
				this.workspace + "/customers?nodeId=" + Documents.NODE_ID + "&page=0&size=" + Documents.PAGE_SIZE),
				PlainPage.class);
	}

	@Override
	public Object addEvent(String customerId) throws IOException {
		HttpPost request = new HttpPost(this.workspace + "/events");
		request.setEntity(new ByteArrayEntity(PlainJson.MAPPER.writeValueAsBytes(PlainEvent.viewedProduct(customerId)),
				ContentType.APPLICATION_JSON));
		return execute(request, Accepted.class);
	}

	private <T> T execute(ClassicHttpRequest request, Class<T> type) throws IOException {
		request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer token");
		request.addHeader(HttpHeaders.ACCEPT, "application/json");
		return this.client.execute(request, (response) -> {
			if (response.getCode() >= 300) {
				throw new IOException("Status " + response.getCode());
			}
			try (InputStream body = response.getEntity().getContent()) {
				return PlainJson.MAPPER.readValue(body, type);
			}
		});
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

}
