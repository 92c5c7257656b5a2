package com.example.nodes;

import java.util.List;

import com.example.observability.AbstractObservedTests;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubNodes;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests of the page on several nodes and workspaces.
 */
@DisplayName("A node with a name")
class NodesTests extends AbstractObservedTests {

	private static final Customer ANN = Customer.builder()
		.base((base) -> base.contacts((to) -> to.email("ann@example.com")))
		.build();

	@Test
	@DisplayName("is found by its name, at the start and for a request")
	void isFoundByName(@Autowired ContactHubNodes nodes, @Autowired Tenants tenants, @Autowired Outlets outlets,
			@Autowired @Qualifier("shop") EventPublisher publisher) {
		assertThat(nodes.names()).containsExactly("partner", "partner.outlet", "shop");
		assertThat(nodes.publisher("shop")).isSameAs(publisher);
		Customer ann = nodes.node("shop").customers().insert(ANN);
		nodes.node("partner.outlet").customers().insert(ANN);
		assertThat(outlets.customers()).isEqualTo(2);
		assertThat(tenants.find("shop", ann.id())).isPresent();
		assertThatIllegalArgumentException().isThrownBy(() -> tenants.find("nobody", ann.id()));
		tenants.publish("shop", Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(ann));
	}

	@Test
	@DisplayName("is not needed for a node that only a request knows")
	void isNotNeeded(@Autowired ForeignNodes foreign, @Autowired Workspace workspace,
			@Autowired ContactHubEmulator emulator) {
		Customer ann = workspace.node("shop").customers().insert(ANN);
		foreign.publish("shop", List.of(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(ann)));
		emulator.index();
		assertThat(workspace.node("shop").events().count(EventFilter.ofCustomer(ann.id()))).isEqualTo(1);
	}

}
