package io.contacthub.client;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRequest;
import org.springframework.util.Assert;

/**
 * One request of a call. It is told from those before it, since an interceptor of the
 * application may have given up waiting for one that another thread goes on with.
 */
final class RequestAttempt {

	private static final String ATTRIBUTE = RequestAttempt.class.getName();

	private final CallContext call;

	private final AtomicInteger sent = new AtomicInteger();

	private volatile @Nullable CallerIdentity caller;

	private volatile @Nullable BoundedClientHttpResponse answer;

	RequestAttempt(CallContext call) {
		this.call = call;
	}

	/**
	 * Return the attempt that a request is made for, and have the request carry it.
	 */
	static RequestAttempt begin(HttpRequest request) {
		RequestAttempt attempt = CallContext.of(request).attempt();
		request.getAttributes().put(ATTRIBUTE, attempt);
		return attempt;
	}

	static RequestAttempt of(HttpRequest request) {
		Object attempt = request.getAttributes().get(ATTRIBUTE);
		Assert.state(attempt instanceof RequestAttempt,
				"The request has lost its attributes: an interceptor of the application has put another request in "
						+ "its place, have it wrap the request by an HttpRequestWrapper");
		return (RequestAttempt) attempt;
	}

	CallContext call() {
		return this.call;
	}

	/**
	 * Return whether anything of the request may have been sent.
	 */
	boolean sent() {
		return this.sent.get() > 0;
	}

	/**
	 * Note that a request is about to be sent: by an interceptor that hedges, more than
	 * one at the same time.
	 */
	void sending() {
		this.sent.incrementAndGet();
	}

	/**
	 * Note that nothing of a request was sent that was about to be.
	 */
	void unsent() {
		this.sent.decrementAndGet();
	}

	/**
	 * Return who makes the request, when the present thread is not theirs.
	 */
	@Nullable CallerIdentity callerElsewhere() {
		CallerIdentity known = this.caller;
		return (known != null && known.isElsewhere()) ? known : null;
	}

	void caller(CallerIdentity caller) {
		this.caller = caller;
	}

	/**
	 * Return the answer, as soon as its status and headers are there.
	 */
	@Nullable BoundedClientHttpResponse answer() {
		return this.answer;
	}

	void answered(BoundedClientHttpResponse answer) {
		this.answer = answer;
	}

	/**
	 * Refuse an answer that is not 2xx, whatever was made of it.
	 */
	void refuseError() {
		BoundedClientHttpResponse last = this.answer;
		if (last != null && !last.isSuccessful()) {
			throw RequestFailure.ofStatus(last);
		}
	}

}
