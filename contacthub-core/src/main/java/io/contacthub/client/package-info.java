/**
 * The one transport to ContactHub: authentication, retry and error translation around a
 * {@code RestClient}. Start at {@link io.contacthub.client.ContactHubClient}. Behind it,
 * {@code ExchangeDecorator} is what every call goes through, {@code RestClientAssembly}
 * shows the way of a request, and {@code CallContext} is what both know of a call.
 */
@NullMarked
package io.contacthub.client;

import org.jspecify.annotations.NullMarked;
