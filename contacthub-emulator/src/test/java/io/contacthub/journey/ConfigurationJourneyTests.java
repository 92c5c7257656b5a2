package io.contacthub.journey;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.configuration.Automation;
import io.contacthub.configuration.AutomationCustomerType;
import io.contacthub.configuration.BaseProperty;
import io.contacthub.configuration.ConfigurationDocument;
import io.contacthub.configuration.CustomerUniquenessPolicy;
import io.contacthub.configuration.EntryNode;
import io.contacthub.configuration.EventConfiguration;
import io.contacthub.configuration.HierarchyNode;
import io.contacthub.configuration.MatchingPolicy;
import io.contacthub.configuration.NodeHierarchy;
import io.contacthub.configuration.Source;
import io.contacthub.configuration.SourcePriority;
import io.contacthub.configuration.SourceProvider;
import io.contacthub.configuration.TagOperation;
import io.contacthub.configuration.TagOperator;
import io.contacthub.configuration.ViewNode;
import io.contacthub.configuration.WebhookFormat;
import io.contacthub.configuration.WorkspaceConfiguration;
import io.contacthub.configuration.WorkspaceSettings;
import io.contacthub.configuration.WorkspaceUser;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventMode;
import io.contacthub.event.EventType;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Query;
import io.contacthub.user.NodePermission;
import io.contacthub.user.Permission;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an administrator does with the configuration of a workspace, on the emulator.
 */
@DisplayName("With the configuration one can")
class ConfigurationJourneyTests extends JourneyTests {

	private final WorkspaceConfiguration configuration = node.workspace().configuration();

	@Test
	@DisplayName("set up a shop of its own, whose application goes on when its token is refreshed under it")
	void setUpShop() {
		EntryNode shop = this.configuration.entryNodes()
			.insert(EntryNode.builder().name("Shop Milan").description("the shop in Milan").build());
		Source source = this.configuration.sources()
			.insert(Source.builder().provider(SourceProvider.API).name("Till").nodes(shop.id()).build());
		this.configuration.matchingPolicy()
			.replace(MatchingPolicy.builder().properties("base.contacts.email").caseSensitive(false).build());
		ConfigurationDocument<WorkspaceSettings> settings = this.configuration.settings();
		settings.replace(settings.get().withCustomerUniquenessPolicy(CustomerUniquenessPolicy.BLOCK));
		this.configuration.extendedProperties()
			.replace(JsonObject.of("type", "object", "properties", Map.of("points", Map.of("type", "integer"))));

		AtomicReference<String> token = new AtomicReference<>(source.token());
		Node till = Workspace.builder()
			.id(emulator.workspaceId())
			.baseUrl(emulator.baseUrl())
			.client((client) -> client.token(token::get))
			.build()
			.node(shop.id());
		Customer ann = till.customers().insert(customer("ann@example.com", 7));
		assertThat(ann.nodeId()).isEqualTo(shop.id());
		assertThat(till.customers().findSources(ann.id())).extracting((described) -> described.id())
			.containsExactly(source.id());
		assertThatExceptionOfType(CustomerConflictException.class)
			.isThrownBy(() -> till.customers().insert(customer("ANN@example.com", 7)))
			.satisfies((ex) -> assertThat(ex.existingCustomerId()).isEqualTo(ann.id()));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> till.customers().insert(customer("bob@example.com", "seven")))
			.withMessageContaining("/extended/points");
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> till.workspace().configuration().settings().get())
			.withMessageContaining("ADMIN");

		Source refreshed = this.configuration.sources().refreshToken(source.id());
		assertThat(refreshed.token()).isNotBlank().isNotEqualTo(source.token());
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> till.customers().insert(customer("bob@example.com", 8)))
			.withMessageContaining("status 401");
		token.set(refreshed.token());
		assertThat(till.customers().insert(customer("bob@example.com", 8)).id()).isNotEqualTo(ann.id());

		this.configuration.sources().replace(refreshed.withEnabled(false));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> till.customers().getById(ann.id()));
		this.configuration.sources().replace(refreshed.withEnabled(true));
		assertThat(till.customers().getById(ann.id())).isEqualTo(ann);
		this.configuration.sources().deleteById(source.id());
		assertThat(this.configuration.sources().findById(source.id())).isEmpty();
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> till.customers().getById(ann.id()));
	}

	private static Customer customer(String email, Object points) {
		return Customer.builder()
			.base((base) -> base.contacts((contacts) -> contacts.email(email)))
			.extended(JsonObject.of("points", points))
			.build();
	}

	@Test
	@DisplayName("take types of events out of use, and no more than that of them")
	void disableEvents() {
		Page<EventConfiguration> page = this.configuration.events().findAll(PageRequest.of(0, 10, Sort.by("id")));
		List<EventConfiguration> all = this.configuration.events().findAll();
		assertThat(all).hasSize((int) page.getTotalElements()).startsWith(page.getContent().get(0));
		EventConfiguration loggedIn = this.configuration.events().getById("loggedIn");
		assertThat(all).contains(loggedIn);
		assertThat(loggedIn.type()).isEqualTo(EventType.LOGGED_IN);
		assertThat(loggedIn.mode()).isEqualTo(EventMode.ACTIVE);
		assertThat(loggedIn.propertiesSchema()).containsEntry("type", "object");
		assertThat(this.configuration.events().replace(loggedIn.withEnabled(false)).enabled()).isFalse();
		Customer customer = node.customers().insert(Customer.builder().externalId("1").build());
		Event event = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(customer);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> node.events().add(event))
			.withMessageContaining("/type");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.configuration.events().replace(loggedIn.withLabel("mine")));
		this.configuration.events().replace(loggedIn);
		assertThat(node.events().add(event).id()).isNotBlank();
	}

	@Test
	@DisplayName("take base properties out of use, and no more than that of them")
	void disableBaseProperties() {
		BaseProperty title = this.configuration.baseProperties()
			.findAll()
			.stream()
			.filter((property) -> "title".equals(property.name()))
			.findFirst()
			.orElseThrow();
		assertThat(this.configuration.baseProperties().replace(title.withEnabled(false)).enabled()).isFalse();
		Customer customer = Customer.builder().externalId("1").base((base) -> base.title("Dr")).build();
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> node.customers().insert(customer))
			.withMessageContaining("/base/title");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.configuration.baseProperties().replace(title.withDescription("mine")));
		this.configuration.baseProperties().replace(title);
		assertThat(node.customers().insert(customer).base().title()).isEqualTo("Dr");
	}

	@Test
	@DisplayName("demand properties of the customers of a node")
	void demandProperties() {
		EntryNode entry = this.configuration.entryNodes().getById(emulator.nodeId());
		this.configuration.entryNodes().replace(entry.withMandatoryProperties(List.of("base.firstName")));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> node.customers().insert(Customer.builder().externalId("1").build()))
			.withMessageContaining("/base/firstName");
		this.configuration.entryNodes().replace(entry);
		assertThat(node.customers().insert(Customer.builder().externalId("1").build()).id()).isNotBlank();
	}

	@Test
	@DisplayName("nest nodes, of which none can be deleted that is in use")
	void nestNodes() {
		ConfigurationDocument<NodeHierarchy> hierarchy = this.configuration.nodeHierarchy();
		NodeHierarchy before = hierarchy.get();
		ViewNode view = this.configuration.viewNodes().insert(ViewNode.builder().name("Shops").build());
		assertThat(this.configuration.viewNodes().findAll()).contains(view);
		HierarchyNode shops = HierarchyNode.builder().id(view.id()).children(before.tree().children()).build();
		hierarchy.replace(before.withTree((tree) -> tree.withChildren(List.of(shops))));
		assertThat(hierarchy.get().tree().children()).extracting(HierarchyNode::id).containsExactly(view.id());
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.configuration.viewNodes().deleteById(view.id()));
		assertThat(this.configuration.viewNodes().replace(view.withName("All shops")).name()).isEqualTo("All shops");
		hierarchy.replace(before);
		this.configuration.viewNodes().deleteById(view.id());
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.configuration.viewNodes().getById(view.id()));
	}

	@Test
	@DisplayName("weigh sources")
	void weighSources() {
		Source source = this.configuration.sources()
			.insert(Source.builder().provider(SourceProvider.MAGENTO).name("Shop").nodes(emulator.nodeId()).build());
		ConfigurationDocument<SourcePriority> priority = this.configuration.sourcePriority();
		List<String> before = priority.get().priority();
		assertThat(before).endsWith(source.id());
		priority.replace(priority.get().withPriority((ids) -> {
			ids.remove(source.id());
			ids.add(0, source.id());
		}));
		assertThat(priority.get().priority()).startsWith(source.id()).containsExactlyInAnyOrderElementsOf(before);
	}

	@Test
	@DisplayName("say what users may do")
	void allowUsers() {
		WorkspaceUser user = this.configuration.users().findAll().get(0);
		NodePermission reads = NodePermission.builder().id(emulator.nodeId()).permission(Permission.READ).build();
		assertThat(this.configuration.users().replace(user.withNodes(List.of(reads))).name()).isEqualTo(user.name());
		assertThat(this.configuration.users().getById(user.id()).nodes()).containsExactly(reads);
	}

	@Test
	@DisplayName("keep automations, with their query")
	void keepAutomations() {
		Automation automation = Automation.builder()
			.name("Welcome")
			.enabled(false)
			.nodes(emulator.nodeId())
			.delay(3600)
			.topic((topic) -> topic.eventType(EventType.FORM_COMPILED)
				.customerType(AutomationCustomerType.ANY)
				.eventContext(EventContext.WEB)
				.query(Query.where(CustomerFields.EXTRA.eq("x"))))
			.tag((tag) -> tag.operations(TagOperation.of(TagOperator.ADD_CONSTANT, "tags.auto", "new")))
			.webhook((webhook) -> webhook.url("https://example.com/hook").format(WebhookFormat.JSON))
			.build();
		Automation stored = this.configuration.automations().insert(automation);
		assertThat(stored.withId(null)).isEqualTo(automation);
		assertThat(this.configuration.automations().findAll()).containsExactly(stored);
		assertThat(this.configuration.automations().replace(stored.withEnabled(true)))
			.isEqualTo(this.configuration.automations().getById(stored.id()))
			.isEqualTo(stored.withEnabled(true));
		this.configuration.automations().deleteById(stored.id());
		assertThat(this.configuration.automations().findById(stored.id())).isEmpty();
	}

}
