package io.contacthub.client;

import java.util.Map;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

import org.springframework.http.client.observation.ClientHttpObservationDocumentation.HighCardinalityKeyNames;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Convention that observes requests as Spring does, but for their query strings and the
 * id of the workspace: e-mail addresses and ids belong neither in metrics nor in traces.
 * Traces have the number of the attempt; metrics must not, since other clients of the
 * application share their name and have no such tag.
 */
class PrivateObservationConvention extends DefaultClientRequestObservationConvention {

	private static final KeyValue NONE = KeyValue.of(HighCardinalityKeyNames.HTTP_URL, KeyValue.NONE_VALUE);

	private final Endpoint endpoint;

	/**
	 * The parts of addresses that tell nothing private, which take longer to find than
	 * all the rest of an observation.
	 */
	private final Map<String, KeyValue> uris = new ConcurrentReferenceHashMap<>();

	private final Map<String, KeyValue> requestUris = new ConcurrentReferenceHashMap<>();

	PrivateObservationConvention(Endpoint endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	protected KeyValue uri(ClientRequestObservationContext context) {
		String template = context.getUriTemplate();
		return (template != null) ? this.uris.computeIfAbsent(template, (key) -> {
			KeyValue uri = super.uri(context);
			return KeyValue.of(uri.getKey(), visible(uri.getValue()));
		}) : super.uri(context);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		return KeyValues.of(
				KeyValue.of("contacthub.attempt", String.valueOf(CallContext.of(context.getCarrier()).attempts())),
				requestUri(context));
	}

	@Override
	protected KeyValue requestUri(ClientRequestObservationContext context) {
		String template = context.getUriTemplate();
		return (template != null) ? this.requestUris.computeIfAbsent(template,
				(key) -> KeyValue.of(HighCardinalityKeyNames.HTTP_URL, visible(key))) : NONE;
	}

	private String visible(String template) {
		int query = template.indexOf('?');
		return this.endpoint.hideWorkspace((query >= 0) ? template.substring(0, query) : template);
	}

}
