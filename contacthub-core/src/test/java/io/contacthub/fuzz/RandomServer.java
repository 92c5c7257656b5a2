package io.contacthub.fuzz;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;

/**
 * Stands in for the network: every request has an answer of its own, which depends on
 * nothing but the numbers that the server was set to.
 */
final class RandomServer implements ClientHttpRequestFactory {

	/**
	 * Streams of pages that never end must end.
	 */
	private static final int MOST_ANSWERS = 8;

	private final List<Answer> answers = new ArrayList<>();

	private List<String> documents = List.of();

	private Random random = new Random();

	/**
	 * Begin anew.
	 * @param random makes the answers
	 * @param documents what they are made from
	 */
	void set(Random random, List<String> documents) {
		this.answers.clear();
		this.random = random;
		this.documents = documents;
	}

	/**
	 * The answers that were given since the beginning.
	 */
	List<Answer> answers() {
		return this.answers;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new MockClientHttpRequest(method, uri) {

			@Override
			protected ClientHttpResponse executeInternal() {
				return next().response();
			}

		};
	}

	private Answer next() {
		Answer answer = (this.answers.size() < MOST_ANSWERS) ? Answer.random(this.random, this.documents)
				: new Answer(404, null, null, new byte[0], false);
		this.answers.add(answer);
		return answer;
	}

}
