package com.example.delivery;

import javax.sql.DataSource;

import io.contacthub.Workspace;
import io.contacthub.messaging.dsl.ContactHub;
import io.contacthub.update.Update;

import org.springframework.context.annotation.Bean;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.integration.metadata.ConcurrentMetadataStore;

/**
 * Changes that begin a flow.
 */
class ChangesFlow {

	private final Index index;

	ChangesFlow(Index index) {
		this.index = index;
	}

	// tag::changes[]
	@Bean
	ConcurrentMetadataStore offsets(DataSource dataSource) {
		// the feed of listeners keeps its offset there too then
		return new JdbcMetadataStore(dataSource);
	}

	@Bean
	IntegrationFlow changes(Workspace workspace, ConcurrentMetadataStore offsets) {
		return IntegrationFlow
			.from(ContactHub.inboundUpdates(workspace.updates(), offsets).key("contacthub.updates.index"),
					(endpoint) -> endpoint.poller((poller) -> poller.fixedDelay(5_000).maxMessagesPerPoll(-1)))
			.handle(Update.class, (update, headers) -> this.index.apply(update))
			.get();
	}
	// end::changes[]

	/**
	 * What is brought up to date.
	 */
	interface Index {

		Object apply(Update update);

	}

}
