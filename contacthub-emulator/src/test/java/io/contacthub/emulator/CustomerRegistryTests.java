package io.contacthub.emulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the rules by which customers are written.
 */
@DisplayName("While a customer is created,")
class CustomerRegistryTests {

	private static final Author AUTHOR = new Author("source", "http://localhost");

	private final EmulatorSettings settings = new EmulatorOptions().settings().get(0);

	private final ConfigurationStore configuration = new ConfigurationStore(this.settings,
			new SourceTokens(new Access(Map.of()), this.settings.workspaceId()));

	private final Uniqueness uniqueness = new Uniqueness(this.settings.rules());

	private final CustomerStore store = new CustomerStore(new DelayedIndex(Duration.ZERO, InstantSource.system()),
			this.uniqueness, ChangeListener.of());

	private final ChangeLock lock = new ChangeLock();

	private final CustomerRegistry registry = new CustomerRegistry(this.configuration, this.store, this.uniqueness,
			InstantSource.system(), this.lock);

	CustomerRegistryTests() {
		this.configuration.whenChanged((rules) -> this.uniqueness.apply(rules, this.store::all));
	}

	@ParameterizedTest
	@CsvSource({ "NO_CHECK", "MERGE" })
	@DisplayName("the policy may change, and an equal customer is not merged once it is to be blocked")
	void policyMayChange(String before) throws Exception {
		change(before);
		ObjectNode present = this.registry.create(customer("Ann"), AUTHOR);
		FutureTask<ObjectNode> creation = new FutureTask<>(() -> this.registry.create(customer("Bea"), AUTHOR));
		Thread thread = new Thread(creation);
		this.lock.run(() -> {
			thread.start();
			await().until(() -> thread.getState() == Thread.State.WAITING);
			change("BLOCK");
		});
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> creation.get(10, TimeUnit.SECONDS))
			.havingCause()
			.isInstanceOfSatisfying(RequestRejectedException.class,
					(refused) -> assertThat(refused.response().status()).isEqualTo(409));
		assertThat(this.store.all()).containsExactly(present);
	}

	@Test
	@DisplayName("an equal customer is merged once it is to be")
	void policyMayBecomeMerge() throws Exception {
		change("BLOCK");
		ObjectNode present = this.registry.create(customer("Ann"), AUTHOR);
		FutureTask<ObjectNode> creation = new FutureTask<>(() -> this.registry.create(customer("Bea"), AUTHOR));
		Thread thread = new Thread(creation);
		this.lock.run(() -> {
			thread.start();
			await().until(() -> thread.getState() == Thread.State.WAITING);
			change("MERGE");
		});
		assertThat(creation.get(10, TimeUnit.SECONDS).path("id")).isEqualTo(present.path("id"));
		assertThat(this.store.all()).singleElement()
			.satisfies((merged) -> assertThat(merged.at("/base/firstName").stringValue()).isEqualTo("Bea"));
	}

	private void change(String policy) {
		ObjectNode document = this.configuration.document(ConfigurationDocument.SETTINGS).deepCopy();
		this.configuration.save(ConfigurationDocument.SETTINGS, document.put("customerUniquenessPolicy", policy));
	}

	private ObjectNode customer(String name) {
		ObjectNode customer = Json.object().put("nodeId", this.settings.rules().nodeId());
		ObjectNode base = customer.putObject("base").put("firstName", name);
		base.putObject("contacts").put("email", "ann@example.com");
		return customer;
	}

}
