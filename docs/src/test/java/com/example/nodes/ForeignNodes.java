package com.example.nodes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.contacthub.Workspace;
import io.contacthub.event.Event;
import io.contacthub.event.EventPublisher;

import org.springframework.stereotype.Service;

/**
 * Publishes events on nodes that no property names.
 */
@Service
public class ForeignNodes {

	private final Workspace workspace;

	private final List<Event> unsent = new CopyOnWriteArrayList<>();

	/**
	 * Create the service.
	 * @param workspace has the nodes
	 */
	public ForeignNodes(Workspace workspace) {
		this.workspace = workspace;
	}

	// tag::publish[]
	void publish(String nodeId, List<Event> events) {
		try (EventPublisher publisher = EventPublisher.create(this.workspace.node(nodeId).events(),
				EventPublisher.Settings.defaults(), (event, failure) -> this.unsent.add(event))) {
			events.forEach(publisher::publish);
		} // waits until they are sent, 25 s at most
	}
	// end::publish[]

}
