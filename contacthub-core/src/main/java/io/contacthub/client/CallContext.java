package io.contacthub.client;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRequest;
import org.springframework.util.Assert;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * A call of the application: what its requests have in common. They carry it as an
 * attribute, since interceptors of the application may go on in another thread.
 */
final class CallContext {

	private static final String ATTRIBUTE = CallContext.class.getName();

	private final CallDeadline deadline;

	private final CallTerms terms;

	private final boolean nested = CallDeadline.isSet();

	private volatile int attempts;

	private volatile @Nullable RequestAttempt attempt;

	/**
	 * Not the tokens themselves, which what dumps the attributes of a request would show.
	 */
	private volatile Supplier<Set<String>> tokens = Set::of;

	CallContext(CallDeadline deadline, CallTerms terms) {
		this.deadline = deadline;
		this.terms = terms;
	}

	/**
	 * Have the requests of a call carry its context.
	 * @param values the values of its requests
	 * @param timeout the time that the call may take
	 * @param terms what its method declares
	 */
	static void addTo(HttpRequestValues.Builder values, Duration timeout, CallTerms terms) {
		values.addAttribute(ATTRIBUTE, new CallContext(new CallDeadline(timeout, System::nanoTime), terms));
	}

	static CallContext of(HttpRequestValues values) {
		return checked(values.getAttributes().get(ATTRIBUTE));
	}

	static CallContext of(@Nullable HttpRequest request) {
		return checked((request != null) ? request.getAttributes().get(ATTRIBUTE) : null);
	}

	private static CallContext checked(@Nullable Object attribute) {
		Assert.state(attribute instanceof CallContext, "A request was made without the attribute of its call");
		return (CallContext) attribute;
	}

	CallDeadline deadline() {
		return this.deadline;
	}

	CallTerms terms() {
		return this.terms;
	}

	/**
	 * Return whether the call is made by another one, say for its token.
	 */
	boolean isNested() {
		return this.nested;
	}

	/**
	 * Begin the next attempt.
	 */
	void nextAttempt() {
		this.attempts++;
		this.attempt = new RequestAttempt(this);
	}

	/**
	 * Return the last attempt.
	 */
	RequestAttempt attempt() {
		RequestAttempt last = this.attempt;
		Assert.state(last != null, "No request was made yet");
		return last;
	}

	int attempts() {
		return this.attempts;
	}

	/**
	 * Return what hides the tokens that the call has sent.
	 */
	TokenRedactor redactor() {
		return new TokenRedactor(this.tokens.get());
	}

	synchronized void authorized(String token) {
		Set<String> before = this.tokens.get();
		if (before.isEmpty()) {
			Set<String> first = Set.of(token);
			this.tokens = () -> first;
		}
		else if (!before.contains(token)) {
			Set<String> more = new LinkedHashSet<>(before);
			more.add(token);
			this.tokens = () -> more;
		}
	}

}
