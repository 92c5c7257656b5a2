package io.contacthub.samples.migration;

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
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A node of ContactHub, or of the emulator when no connection is configured.
 *
 * @param node the node
 * @param emulated whether it is of an emulator that ends with the program
 * @param context what ends with the connection
 */
record Connection(Node node, boolean emulated, Context context) implements AutoCloseable {

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
		try {
			return new SpringApplicationBuilder(CustomerMigrationApplication.class).web(WebApplicationType.NONE)
				.bannerMode(Banner.Mode.OFF)
				.logStartupInfo(false)
				.registerShutdownHook(false)
				.run();
		}
		catch (BeanCreationException ex) {
			// Spring Boot has said what to set
			throw new MigrationException(ExitCode.CONTACTHUB, "The connection to ContactHub is not configured.", ex);
		}
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
