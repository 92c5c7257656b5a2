package com.example.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.example.nodes.Outlets;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the meters, the dashboard and the alerts of the manual are those that an
 * application has.
 */
@DisplayName("The page on observability")
class ObservabilityTests extends AbstractObservedTests {

	/** What Prometheus itself tells of where a sample comes from. */
	private static final Set<String> TARGET = Set.of("job", "instance");

	private static final Pattern ROW = Pattern
		.compile("\\| `(contacthub\\.[a-z.]+)` \\|[^|]*\\|[^|]*\\|([^|]*)\\|[^|]*\\|");

	private static final Path FOLDER = Path.of("observability");

	private static final Customer ANN = Customer.builder()
		.base((base) -> base.contacts((to) -> to.email("ann@example.com")))
		.build();

	@Autowired
	private PrometheusMeterRegistry prometheus;

	@BeforeEach
	void observe(@Autowired CustomerRepository customers, @Autowired EventPublisher publisher) {
		Customer customer = customers
			.upsert(Customer.builder().base((base) -> base.contacts((to) -> to.email("ann@example.com"))).build());
		assertThat(customers.findById("nobody")).isEmpty();
		publisher.publish(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(customer));
		assertThat(publisher.flush(Duration.ofSeconds(10))).isTrue();
	}

	@Test
	@DisplayName("has a table of all meters and tags")
	void listsMeters() throws IOException {
		Map<String, Set<String>> documented = new TreeMap<>();
		for (String line : Files.readAllLines(Path.of("observability.md"))) {
			ROW.matcher(line)
				.results()
				.forEach((row) -> documented.put(row.group(1),
						Pattern.compile("`(\\w+)`")
							.matcher(row.group(2))
							.results()
							.map((tag) -> tag.group(1))
							.collect(Collectors.toCollection(TreeSet::new))));
		}
		Map<String, Set<String>> present = new TreeMap<>();
		this.prometheus.getMeters()
			.stream()
			.map((meter) -> meter.getId())
			.filter((id) -> id.getName().startsWith("contacthub."))
			.forEach((id) -> present.computeIfAbsent(id.getName(), (name) -> new TreeSet<>())
				.addAll(id.getTags().stream().map(Tag::getKey).toList()));
		assertThat(documented).containsExactlyInAnyOrderEntriesOf(present);
	}

	@Test
	@DisplayName("has a dashboard of what there is")
	void hasDashboard() throws IOException {
		JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("grafana-dashboard.json")));
		List<JsonNode> expressions = dashboard.findValues("expr");
		assertThat(expressions).hasSizeGreaterThan(15);

		Exposition exposition = Exposition.parse(this.prometheus.scrape());
		assertThat(expressions).allSatisfy((expression) -> assertKnown(exposition, expression.asString()));
		Set<String> shown = new TreeSet<>();
		expressions.forEach(
				(expression) -> shown.addAll(PrometheusExpression.parse(expression.asString()).matched().keySet()));
		assertThat(exposition.metrics().keySet()).filteredOn((name) -> name.startsWith("contacthub_"))
			.filteredOn((name) -> !name.matches("contacthub_calls_active_seconds_(sum|max)"))
			.as("all is shown")
			.isSubsetOf(shown);
	}

	@Test
	@DisplayName("has alerts on what there is, and says of each what to do")
	void hasAlerts() throws IOException {
		Map<?, ?> file = new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml")));
		List<Map<?, ?>> rules = new ArrayList<>();
		for (Object group : (List<?>) file.get("groups")) {
			((List<?>) ((Map<?, ?>) group).get("rules")).forEach((rule) -> rules.add((Map<?, ?>) rule));
		}
		String page = Files.readString(Path.of("observability.md"));
		Exposition exposition = Exposition.parse(this.prometheus.scrape());
		assertThat(rules).isNotEmpty().allSatisfy((rule) -> {
			assertThat(Set.of("alert", "expr", "for", "labels", "annotations")).containsAll(strings(rule));
			assertThat(strings((Map<?, ?>) rule.get("annotations"))).containsExactlyInAnyOrder("summary",
					"description");
			assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("warning", "critical");
			assertThat(page).contains("| `" + rule.get("alert") + "` |");
			Set<String> grouped = assertKnown(exposition, String.valueOf(rule.get("expr")));
			assertThat(Pattern.compile("\\$labels\\.(\\w+)")
				.matcher(rule.get("annotations").toString())
				.results()
				.map((label) -> label.group(1))).isSubsetOf(grouped);
		});
		assertThat(Pattern.compile("\\| `(ContactHub\\w+)` \\|").matcher(page).results().map((alert) -> alert.group(1)))
			.containsExactlyElementsOf(rules.stream().map((rule) -> String.valueOf(rule.get("alert"))).toList());
	}

	private static Set<String> strings(Map<?, ?> map) {
		return map.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
	}

	/**
	 * Assert that there is what an expression names.
	 * @return the labels by which it groups
	 */
	private static Set<String> assertKnown(Exposition exposition, String text) {
		PrometheusExpression expression = PrometheusExpression.parse(text);
		assertThat(expression.matched()).as(text).isNotEmpty().allSatisfy((metric, labels) -> {
			assertThat(exposition.metrics()).containsKey(metric);
			Set<String> known = new HashSet<>(TARGET);
			known.addAll(exposition.metrics().get(metric));
			assertThat(known).as(metric).containsAll(labels).containsAll(expression.grouped());
		});
		return expression.grouped();
	}

	@Test
	@DisplayName("counts calls by what became of them")
	void countsOutcomes(@Autowired CustomerRepository customers) {
		customers.upsert(ANN);
		assertCounted("GET /customers/{id}", "404");
		assertCounted("POST /customers", "409");
		assertCounted("PATCH /customers/{id}", "SUCCESS");
	}

	private void assertCounted(String operation, String outcome) {
		assertThat(this.prometheus.get("contacthub.calls")
			.tags("operation", operation, "outcome", outcome, "attempts", "1")
			.timer()
			.count()).isPositive();
	}

	@Test
	@DisplayName("has the health as a meter")
	void hasHealth() {
		assertThat(this.prometheus.get("contacthub.health").gauge().value()).isEqualTo(1);
	}

	@Test
	@DisplayName("has a part of the health for each node and each publisher")
	void hasParts(@Autowired HealthEndpoint endpoint) throws IOException {
		String page = Files.readString(Path.of("observability.md"));
		for (String contributor : List.of("contacthub", "contactHubEvents")) {
			CompositeHealthDescriptor health = (CompositeHealthDescriptor) Objects
				.requireNonNull(endpoint.healthForPath(contributor));
			String type = contributor.equals("contacthub") ? "ContactHubNode" : "ContactHubEventPublisher";
			assertThat(Objects.requireNonNull(health.getComponents()).keySet()).containsExactlyInAnyOrder(
					StringUtils.uncapitalize(type), "shop" + type, "partner" + type, "partner.outlet" + type);
			assertThat(health.getComponents().keySet())
				.allSatisfy((part) -> assertThat(page).contains("`" + part + "`"));
		}
	}

	@Test
	@DisplayName("tells publishers apart, by the names of their nodes")
	void tellsPublishersApart(@Autowired Outlets outlets) {
		assertThat(outlets.customers()).isZero();
		assertThat(this.prometheus.get("contacthub.events.sent").functionCounters())
			.extracting((counter) -> counter.getId().getTag("publisher"))
			.containsExactlyInAnyOrder("default", "shop", "partner", "partner.outlet");
	}

}
