package io.contacthub.samples.migration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.autoconfigure.ContactHubNodes;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.EventRepository;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * A node of ContactHub, or of the emulator when no connection is configured.
 *
 * @param node the node
 * @param emulated whether it is of an emulator that ends with the program
 * @param context what ends with the connection
 */
record Connection(Node node, boolean emulated, Context context) implements AutoCloseable {

	private static final Bindable<Map<String, Object>> MEMBERS = Bindable.mapOf(String.class, Object.class);

	/**
	 * Connect to a node. Settings come from the environment and from files: what is on
	 * the command line of a process, others can see.
	 * @param name the name of one of {@code contacthub.nodes}, {@code null} for that of
	 * {@code contacthub.node-id}
	 * @throws MigrationException when it is not configured
	 */
	static Connection open(String name) {
		ConfigurableApplicationContext context = start();
		try {
			return new Connection(node(context, name),
					context.getBeanProvider(ContactHubEmulator.class).getIfAvailable() != null, context::close);
		}
		catch (RuntimeException ex) {
			context.close();
			throw ex;
		}
	}

	private static ConfigurableApplicationContext start() {
		AtomicReference<Environment> environment = new AtomicReference<>();
		ApplicationListener<ApplicationEnvironmentPreparedEvent> listener = (event) -> environment
			.set(event.getEnvironment());
		try {
			return new SpringApplicationBuilder(CustomerMigrationApplication.class).web(WebApplicationType.NONE)
				.bannerMode(Banner.Mode.OFF)
				.logStartupInfo(false)
				.registerShutdownHook(false)
				.listeners(listener)
				.run();
		}
		catch (BeanCreationException ex) {
			String missing = missing(environment.get());
			throw new MigrationException(ExitCode.CONTACTHUB, missing.isEmpty()
					? "The connection to ContactHub is not configured: " + ex.getMostSpecificCause().getMessage()
					: missing, ex);
		}
	}

	/**
	 * Return which settings of the connection are missing; empty when none is, or where
	 * several workspaces have each its own.
	 */
	static String missing(Environment environment) {
		if (environment == null || Binder.get(environment).bind("contacthub.workspaces", MEMBERS).isBound()) {
			return "";
		}
		List<String> missing = Stream.of("contacthub.workspace-id", "contacthub.token", "contacthub.node-id")
			.filter((property) -> !StringUtils.hasText(environment.getProperty(property)))
			.filter((property) -> !property.endsWith("node-id")
					|| !Binder.get(environment).bind("contacthub.nodes", MEMBERS).isBound())
			.map((property) -> property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
			.toList();
		return missing.isEmpty() ? ""
				: String.join(" and ", missing) + ((missing.size() > 1) ? " are" : " is") + " not set: see --help.";
	}

	private static Node node(ConfigurableApplicationContext context, String name) {
		ContactHubNodes nodes = context.getBean(ContactHubNodes.class);
		try {
			return (name != null) ? nodes.node(name) : context.getBean(Node.class);
		}
		catch (IllegalArgumentException ex) {
			throw new MigrationException(ExitCode.USAGE, "--node=" + name + ": " + ex.getMessage(), ex);
		}
		catch (NoSuchBeanDefinitionException ex) {
			String missing = missing(context.getEnvironment());
			if (!missing.isEmpty()) {
				throw new MigrationException(ExitCode.CONTACTHUB, missing, ex);
			}
			throw new MigrationException(ExitCode.USAGE, "There is no contacthub.node-id: say by --node which of "
					+ String.join(", ", nodes.names()) + " is meant.", ex);
		}
	}

	CustomerRepository customers() {
		return this.node.customers();
	}

	EventRepository events() {
		return this.node.events();
	}

	/**
	 * Return what tells this node from others, without a secret.
	 */
	String target() {
		return this.node.workspace().baseUrl() + "/workspaces/" + this.node.workspace().id() + " node "
				+ this.node.id();
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * What ends with a connection.
	 */
	@FunctionalInterface
	interface Context {

		/**
		 * End it.
		 */
		void close();

	}

}
