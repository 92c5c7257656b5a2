package io.contacthub.client;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/**
 * Convention that observes requests as Spring does, but for their query strings and the
 * id of the workspace: e-mail addresses and ids belong neither in metrics nor in traces.
 * Traces have the number of the attempt; metrics must not, since other clients of the
 * application share their name and have no such tag.
 */
class PrivateObservationConvention extends DefaultClientRequestObservationConvention {

	private final Endpoint endpoint;

	PrivateObservationConvention(Endpoint endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	protected KeyValue uri(ClientRequestObservationContext context) {
		KeyValue uri = super.uri(context);
		return KeyValue.of(uri.getKey(), template(uri.getValue()));
	}

	@Override
	protected KeyValue requestUri(ClientRequestObservationContext context) {
		return KeyValue.of(super.requestUri(context).getKey(), template(context.getUriTemplate()));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		return super.getHighCardinalityKeyValues(context).and("contacthub.attempt",
				String.valueOf(CallContext.of(context.getCarrier()).attempts()));
	}

	private String template(@Nullable String template) {
		if (template == null) {
			return KeyValue.NONE_VALUE;
		}
		int query = template.indexOf('?');
		return this.endpoint.hideWorkspace((query >= 0) ? template.substring(0, query) : template);
	}

}
