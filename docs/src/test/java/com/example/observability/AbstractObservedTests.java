package com.example.observability;

import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Tests on one application, with a node and a workspace that have names, events that are
 * kept in a database, and a listener of changes.
 */
@SpringBootTest(classes = ObservedApplication.class, webEnvironment = WebEnvironment.NONE,
		properties = { "contacthub.nodes.shop=overridden", "contacthub.workspaces.partner.workspace-id=overridden",
				"contacthub.workspaces.partner.token=overridden", "contacthub.workspaces.partner.node-id=overridden",
				"contacthub.workspaces.partner.nodes.outlet=overridden", "contacthub.events.publisher.store=jdbc",
				"contacthub.feed.poll-interval=200ms", "contacthub.health.time-to-live=0s",
				"management.metrics.distribution.percentiles-histogram.contacthub.calls=true",
				"management.metrics.distribution.percentiles-histogram.contacthub.calls.active=false" })
@AutoConfigureContactHubEmulator(nodes = "shop", workspaces = "partner=stand+outlet")
public abstract class AbstractObservedTests {

}
