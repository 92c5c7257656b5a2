package io.contacthub.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Limit;
import com.github.tomakehurst.wiremock.common.Timing;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.jspecify.annotations.Nullable;
import wiremock.com.google.common.base.Stopwatch;
import wiremock.com.google.common.base.Ticker;

/**
 * A request with the beginning of its answer. For WireMock it is made into an event once
 * somebody verifies or lists requests, since that costs more than to answer one.
 */
final class RememberedRequest {

	/**
	 * How much of the body of an answer is kept.
	 */
	static final int KEPT_BODY = 4096;

	private static final int SIZE_OF_NOTHING = 500;

	private static final double NANOS = 1_000_000;

	private final ReceivedRequest request;

	private final int status;

	private final Map<String, String> answerHeaders;

	private final byte[] answerBody;

	private final Instant start;

	private final double milliseconds;

	private final boolean readable;

	private final int size;

	private @Nullable ServeEvent event;

	private @Nullable UUID id;

	/**
	 * Create one that WireMock did not see.
	 * @param request the request, with its body
	 * @param response the answer
	 * @param start time at which the request came in
	 * @param nanos time until the answer was ready
	 * @param readable whether WireMock could read such a request
	 */
	RememberedRequest(ReceivedRequest request, EmulatedResponse response, Instant start, long nanos, boolean readable) {
		this.request = request;
		this.status = response.status();
		this.answerHeaders = response.headers();
		this.answerBody = beginning(response.body());
		this.start = start;
		this.milliseconds = nanos / NANOS;
		this.readable = readable;
		this.size = sizeOf(request, this.answerBody);
	}

	/**
	 * Create one that WireMock saw.
	 */
	RememberedRequest(ServeEvent event) {
		LoggedRequest logged = event.getRequest();
		this.request = ReceivedRequest.of(logged);
		this.status = event.getResponse().getStatus();
		this.answerHeaders = Map.of();
		this.answerBody = new byte[0];
		this.start = logged.getLoggedDate().toInstant();
		this.milliseconds = event.getTiming().getProcessTime();
		this.event = withoutLargeBody(event);
		this.id = event.getId();
		this.readable = true;
		this.size = sizeOf(this.request, this.answerBody) + KEPT_BODY;
	}

	private static byte[] beginning(byte[] body) {
		return (body.length > KEPT_BODY) ? Arrays.copyOf(body, KEPT_BODY) : body;
	}

	private static int sizeOf(ReceivedRequest request, byte[] answer) {
		int size = SIZE_OF_NOTHING + request.url().length() + request.body().bytes().length + answer.length;
		for (ReceivedRequest.Header header : request.headers()) {
			String value = header.value();
			size += header.name().length() + ((value != null) ? value.length() : 0);
		}
		return size;
	}

	private static ServeEvent withoutLargeBody(ServeEvent event) {
		ResponseDefinition definition = event.getResponseDefinition();
		byte[] body = (definition != null && definition.specifiesBodyContent()) ? definition.getByteBody() : null;
		return (body == null || body.length <= KEPT_BODY) ? event : event
			.withResponseDefinition(ResponseDefinitionBuilder.like(definition).but().withBody(beginning(body)).build());
	}

	/**
	 * Return about how many bytes this takes.
	 */
	int size() {
		return this.size;
	}

	boolean isReadable() {
		return this.readable;
	}

	boolean isOfApi() {
		return this.request.isOfApi();
	}

	synchronized UUID id() {
		UUID present = this.id;
		if (present == null) {
			present = UUID.randomUUID();
			this.id = present;
		}
		return present;
	}

	/**
	 * Return the event that WireMock knows of such a request.
	 */
	synchronized ServeEvent event() {
		ServeEvent present = this.event;
		if (present == null) {
			present = createEvent();
			this.event = present;
		}
		return present;
	}

	private ServeEvent createEvent() {
		LoggedRequest logged = LoggedRequest.createFrom(new RememberedHttpRequest(id(), this.request));
		// it took the present time as that of the request
		logged.getLoggedDate().setTime(this.start.toEpochMilli());
		HttpHeaders headers = new HttpHeaders(RememberedHttpRequest.headersOf(this.answerHeaders));
		ResponseDefinition definition = new ResponseDefinitionBuilder().withStatus(this.status)
			.withHeaders(headers)
			.withBody(this.answerBody)
			.build();
		Response response = Response.response().status(this.status).headers(headers).body(this.answerBody).build();
		return new ServeEvent(id(), logged, EmulatorStub.MAPPING, definition,
				LoggedResponse.from(response, Limit.UNLIMITED), true, timing(), null);
	}

	private Timing timing() {
		Timing timing = Timing.create();
		timing.setAddedTime(0);
		timing.logProcessTime(stopwatch((long) (this.milliseconds * NANOS)));
		timing.logResponseSendTime(stopwatch(0));
		return timing;
	}

	private static Stopwatch stopwatch(long nanos) {
		AtomicLong time = new AtomicLong();
		return Stopwatch.createStarted(new Ticker() {

			@Override
			public long read() {
				return time.getAndSet(nanos);
			}

		});
	}

	RecentRequest describe() {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		for (ReceivedRequest.Header header : this.request.headers()) {
			String value = header.value();
			headers.computeIfAbsent(header.name(), (name) -> new ArrayList<>()).add((value != null) ? value : "");
		}
		return new RecentRequest(id().toString(), this.request.method(), this.request.url(), headers,
				this.request.body().bytes(), this.status, this.start, this.milliseconds);
	}

}
