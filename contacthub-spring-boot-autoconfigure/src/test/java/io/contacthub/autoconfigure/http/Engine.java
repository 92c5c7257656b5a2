package io.contacthub.autoconfigure.http;

import java.util.function.Supplier;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;

/**
 * The HTTP engines that an application can choose from.
 */
public enum Engine {

	APACHE(ClientHttpRequestFactoryBuilder::detect),

	JDK(ClientHttpRequestFactoryBuilder::jdk),

	JETTY(ClientHttpRequestFactoryBuilder::jetty),

	REACTOR_NETTY(ClientHttpRequestFactoryBuilder::reactor);

	private final Supplier<ClientHttpRequestFactoryBuilder<?>> builder;

	Engine(Supplier<ClientHttpRequestFactoryBuilder<?>> builder) {
		this.builder = builder;
	}

	/**
	 * Return the builder of its request factories.
	 * @return the builder
	 */
	public ClientHttpRequestFactoryBuilder<?> builder() {
		return this.builder.get();
	}

}
