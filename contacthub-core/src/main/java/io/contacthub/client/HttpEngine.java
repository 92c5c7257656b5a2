package io.contacthub.client;

import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Strategy to make the factory of requests, for HTTP engines that can end a request by
 * themselves when the time of its call is over.
 */
@FunctionalInterface
public interface HttpEngine {

	/**
	 * Make the factory; it is asked for once.
	 * @param timeLeft tells how much time is left to the call that the present thread
	 * works for, not negative; without a call, more than enough
	 * @return the factory
	 */
	ClientHttpRequestFactory requestFactory(Supplier<Duration> timeLeft);

	/**
	 * Return an engine that is made when it is needed first, not when the client is
	 * built: what is wrong with it shows late.
	 * @param engine makes the factory
	 * @return an engine for clients that may never be used
	 */
	static HttpEngine lazy(HttpEngine engine) {
		return new SharedEngine(engine, true);
	}

}
