package io.contacthub.client;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/**
 * Observes requests as Spring does, but for their query strings: they hold e-mail
 * addresses and ids, which belong neither in metrics nor in traces. Traces have the
 * number of the attempt; metrics must not, since other clients of the application share
 * their name and have no such tag.
 */
class PrivateObservationConvention extends DefaultClientRequestObservationConvention {

	@Override
	protected KeyValue uri(ClientRequestObservationContext context) {
		return withoutQuery(super.uri(context));
	}

	@Override
	protected KeyValue requestUri(ClientRequestObservationContext context) {
		return KeyValue.of(super.requestUri(context).getKey(), template(context.getUriTemplate()));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		return super.getHighCardinalityKeyValues(context).and("contacthub.attempt",
				String.valueOf(Call.current().attempts()));
	}

	private static KeyValue withoutQuery(KeyValue value) {
		return KeyValue.of(value.getKey(), template(value.getValue()));
	}

	private static String template(@Nullable String template) {
		if (template == null) {
			return KeyValue.NONE_VALUE;
		}
		int query = template.indexOf('?');
		return (query >= 0) ? template.substring(0, query) : template;
	}

}
