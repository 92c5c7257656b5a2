package io.contacthub.benchmarks.call;

import java.io.IOException;

import com.mashape.unirest.http.HttpResponse;
import com.mashape.unirest.http.Unirest;
import com.mashape.unirest.http.exceptions.UnirestException;
import com.mashape.unirest.request.BaseRequest;
import io.contacthub.benchmarks.Documents;

/**
 * Unirest and Gson, of which the Java SDK of ContactHub is made. Unirest has one client
 * for the whole process.
 */
final class UnirestClient implements CallContender {

	private final String workspace;

	UnirestClient(String baseUrl) {
		this.workspace = baseUrl + "/workspaces/" + Documents.WORKSPACE_ID;
		Unirest.setTimeouts(2_000, 10_000);
		Unirest.setConcurrency(ApacheClient.CONNECTIONS, ApacheClient.CONNECTIONS);
	}

	@Override
	public Object customer(String id) throws IOException {
		return body(Unirest.get(this.workspace + "/customers/{id}")
			.routeParam("id", id)
			.header("Authorization", "Bearer token")
			.header("Accept", "application/json"), GsonCustomer.class);
	}

	@Override
	public Object page() throws IOException {
		return body(Unirest.get(this.workspace + "/customers")
			.queryString("nodeId", Documents.NODE_ID)
			.queryString("page", 0)
			.queryString("size", Documents.PAGE_SIZE)
			.header("Authorization", "Bearer token")
			.header("Accept", "application/json"), GsonPage.class);
	}

	@Override
	public Object addEvent(String customerId) throws IOException {
		return body(Unirest.post(this.workspace + "/events")
			.header("Authorization", "Bearer token")
			.header("Accept", "application/json")
			.header("Content-Type", "application/json")
			.body(GsonJson.GSON.toJson(GsonEvent.viewedProduct(customerId))), GsonAccepted.class);
	}

	private static <T> T body(BaseRequest request, Class<T> type) throws IOException {
		try {
			HttpResponse<String> response = request.asString();
			if (response.getStatus() >= 300) {
				throw new IOException("Status " + response.getStatus());
			}
			return GsonJson.GSON.fromJson(response.getBody(), type);
		}
		catch (UnirestException ex) {
			throw new IOException("The request failed", ex);
		}
	}

	@Override
	public void close() throws IOException {
		Unirest.shutdown();
	}

	/**
	 * What is known of an event that was accepted.
	 */
	private static final class GsonAccepted {

		@SuppressWarnings("unused")
		private String id = "";

	}

}
