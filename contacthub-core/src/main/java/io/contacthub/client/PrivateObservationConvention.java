package io.contacthub.client;

import io.micrometer.common.KeyValue;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/**
 * Observes requests as Spring does, but for their query strings: they hold e-mail
 * addresses and ids, which belong neither in metrics nor in traces.
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
