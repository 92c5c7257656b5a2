package io.contacthub.emulator;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * An answer of the API and how it goes out.
 *
 * @param response the response
 * @param delay time that the answer waits
 * @param disconnect whether the connection is closed instead
 */
record ApiAnswer(EmulatedResponse response, Duration delay, boolean disconnect) {

	ApiAnswer map(UnaryOperator<EmulatedResponse> change) {
		return new ApiAnswer(change.apply(this.response), this.delay, this.disconnect);
	}

}
