package com.example.workspace;

import java.util.List;

import io.contacthub.Workspace;
import io.contacthub.configuration.EntryNode;
import io.contacthub.configuration.Source;
import io.contacthub.configuration.SourceProvider;
import io.contacthub.configuration.WorkspaceConfiguration;

/**
 * Set-up of a shop by an administrator.
 */
class ShopSetup {

	// tag::setUp[]
	String setUp(Workspace workspace) {
		WorkspaceConfiguration configuration = workspace.configuration();
		EntryNode shop = configuration.entryNodes().insert(EntryNode.builder().name("Shop Milan").build());
		configuration.events()
			.findById("abandonedCart")
			.ifPresent((event) -> configuration.events().replace(event.withEnabled(false)));
		Source till = configuration.sources()
			.insert(Source.builder().provider(SourceProvider.API).name("Till").nodes(List.of(shop.id())).build());
		// the old one is refused
		return configuration.sources().refreshToken(till.id()).token();
	}
	// end::setUp[]

}
