package io.contacthub.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request of the API that was answered.
 *
 * @param id unique id of the request
 * @param method the HTTP method
 * @param url path and query as they came in
 * @param headers values by the name of their header, in the order of their arrival
 * @param body the body, empty if there was none
 * @param status status of the answer
 * @param start time at which the request came in, by the clock of the machine
 * @param milliseconds time until the answer was ready
 */
record RecentRequest(String id, String method, String url, Map<String, List<String>> headers, byte[] body, int status,
		Instant start, double milliseconds) {
}
