package io.contacthub.autoconfigure;

import java.util.Set;

import io.contacthub.Node;
import io.contacthub.event.EventPublisher;

/**
 * The nodes that have a name, for applications that know only while they run which one is
 * meant, such as that of the tenant of a request. They are those of
 * {@code contacthub.nodes}, of {@code contacthub.workspaces}, and those that the
 * application declares with a qualifier: <pre class="code">{@code
 * Optional<Customer> customer = nodes.node(tenant).customers().findById(id);
 * }</pre>
 * <p>
 * Safe for use by many threads. What belongs to a name is made when it is first asked
 * for, and is the same from then on. No call of this interface makes a request.
 */
public interface ContactHubNodes {

	/**
	 * Return the names of the nodes: {@code shop} for that of
	 * {@code contacthub.nodes.shop}, {@code partner} for that of the {@code node-id} of
	 * {@code contacthub.workspaces.partner}, {@code partner.shop} for one of its
	 * {@code nodes}.
	 * @return the names of the nodes that are set by properties, unmodifiable, in
	 * alphabetical order; that of the node without a name is not among them
	 */
	Set<String> names();

	/**
	 * Return the node of a name.
	 * @param name the name
	 * @return the node, which has its repositories
	 * @throws IllegalArgumentException when there is no node of that name
	 */
	Node node(String name);

	/**
	 * Return the publisher of events for the node of a name. It has the settings of
	 * {@code contacthub.events.publisher}, a queue and threads of its own, and ends with
	 * the application. Once the application ends, only those are found that were asked
	 * for before.
	 * @param name the name
	 * @return the publisher
	 * @throws IllegalArgumentException when there is no node of that name that is set by
	 * properties
	 */
	EventPublisher publisher(String name);

}
