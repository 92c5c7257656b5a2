package io.contacthub.benchmarks;

import java.util.HashMap;
import java.util.Map;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application with nothing but the starter, and what it has from there.
 */
public final class StarterApplication implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	/**
	 * Start it.
	 * @param baseUrl where the server is
	 * @param settings further properties, beginning behind {@code contacthub.}
	 */
	public StarterApplication(String baseUrl, Map<String, Object> settings) {
		Map<String, Object> properties = new HashMap<>(Map.of("contacthub.base-url", baseUrl, "contacthub.workspace-id",
				Documents.WORKSPACE_ID, "contacthub.node-id", Documents.NODE_ID, "contacthub.token", "token",
				"logging.level.root", "warn"));
		settings.forEach((name, value) -> properties.put("contacthub." + name, value));
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.properties(properties)
			.run();
	}

	/**
	 * Return the customers of its node.
	 * @return the repository
	 */
	public CustomerRepository customers() {
		return this.context.getBean(CustomerRepository.class);
	}

	/**
	 * Return the events of its node.
	 * @return the repository
	 */
	public EventRepository events() {
		return this.context.getBean(EventRepository.class);
	}

	/**
	 * Return what publishes the events of its node.
	 * @return the publisher
	 */
	public EventPublisher publisher() {
		return this.context.getBean(EventPublisher.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * The application.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
