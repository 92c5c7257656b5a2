package io.contacthub.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.contacthub.client.PauseSettings;
import io.contacthub.update.EntityType;
import io.contacthub.update.Update;
import io.contacthub.update.UpdateFilter;
import io.contacthub.update.UpdateOperation;
import io.contacthub.update.UpdatedEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.integration.StaticMessageHeaderAccessor;
import org.springframework.integration.acks.AckUtils;
import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandlingException;
import org.springframework.messaging.support.GenericMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ChangeListenerMessageHandler}.
 */
@DisplayName("Listeners of changes")
class ChangeListenerMessageHandlerTests {

	private final List<String> told = new ArrayList<>();

	private final FakeUpdates updates = new FakeUpdates();

	private final SimpleMetadataStore store = new SimpleMetadataStore();

	private final UpdateMessageSource source = new UpdateMessageSource(this.updates, UpdateFilter.fromBeginning(),
			this.store, "key");

	@Test
	@DisplayName("are told of their kind, one after the other")
	void areToldOfTheirKind() {
		ChangeListenerMessageHandler handler = new ChangeListenerMessageHandler(
				List.of((customer, update) -> this.told.add("1 " + customer.id() + " " + update.operation()),
						(customer, update) -> this.told.add("2 " + customer.id())),
				List.of((event, update) -> this.told.add("3 " + event.id())));
		handler.handleMessage(new GenericMessage<>(FakeUpdates.customer("a")));
		handler.handleMessage(new GenericMessage<>(FakeUpdates.event("e")));
		assertThat(this.told).containsExactly("1 a UPDATE", "2 a", "3 e");
	}

	@Test
	@DisplayName("are not told of something else, or of nothing")
	void areNotToldOfOthers() {
		ChangeListenerMessageHandler handler = new ChangeListenerMessageHandler(
				List.of((customer, update) -> this.told.add("customer")),
				List.of((event, update) -> this.told.add("event")));
		for (EntityType type : List.of(EntityType.of("OTHER"), EntityType.CUSTOMER)) {
			handler.handleMessage(new GenericMessage<>(Update.builder()
				.operation(UpdateOperation.CREATE)
				.entity(UpdatedEntity.builder().type(type).build())
				.build()));
		}
		assertThat(this.told).isEmpty();
		assertThatExceptionOfType(MessageHandlingException.class)
			.isThrownBy(() -> handler.handleMessage(new GenericMessage<>("text")))
			.withRootCauseInstanceOf(IllegalArgumentException.class);
	}

	@Test
	@DisplayName("have a change rejected with the reason when one fails, whatever it throws")
	void failureIsReason() {
		this.source.setStart(UpdateStart.BEGINNING);
		this.source.setMaxAttempts(1);
		List<Throwable> failures = new ArrayList<>();
		this.source.setSkipListener((update, failure) -> failures.add(failure));
		this.updates.add("a", "b");
		List<Throwable> thrown = List.of(new Exception("checked"), new AssertionError("error"));
		ChangeListenerMessageHandler handler = new ChangeListenerMessageHandler(List.of((customer, update) -> {
			this.told.add(customer.id());
			Throwable failure = thrown.get(this.told.size() - 1);
			if (failure instanceof Error error) {
				throw error;
			}
			throw (Exception) failure;
		}, (customer, update) -> this.told.add("not called")), List.of());
		for (Message<Update> message = this.source.receive(); message != null; message = this.source.receive()) {
			handler.handleMessage(message);
			AckUtils.autoAck(StaticMessageHeaderAccessor.getAcknowledgmentCallback(message));
		}
		assertThat(this.told).containsExactly("a", "b");
		assertThat(failures).isEqualTo(thrown);
		assertThat(this.source.handled()).isZero();
		assertThat(this.source.skipped()).isEqualTo(2);
	}

	@Test
	@DisplayName("that are interrupted have not failed")
	void interruptionIsNoFailure() {
		this.source.setStart(UpdateStart.BEGINNING);
		this.source.setBackOff(PauseSettings.defaults());
		this.updates.add("a");
		ChangeListenerMessageHandler handler = new ChangeListenerMessageHandler(List.of((customer, update) -> {
			throw new InterruptedException();
		}), List.of());
		Message<Update> message = this.source.receive();
		handler.handleMessage(message);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(StaticMessageHeaderAccessor.getAcknowledgmentCallback(message).isAcknowledged()).isTrue();
		assertThat(this.source.failed()).isZero();
		assertThat(this.source.status().repeated()).isEqualTo(message.getPayload());
		assertThat(this.store.get("key")).isNull();
	}

	@Test
	@DisplayName("that are interrupted by themselves have failed, from the second time on")
	void repeatedInterruptionIsFailure() {
		List<Throwable> failures = new ArrayList<>();
		this.source.setStart(UpdateStart.BEGINNING);
		this.source.setMaxAttempts(2);
		this.source.setBackOff(new PauseSettings(Duration.ofMillis(1), 1, Duration.ofMillis(1), 0));
		this.source.setSkipListener((update, failure) -> failures.add(failure));
		this.updates.add("a");
		ChangeListenerMessageHandler handler = new ChangeListenerMessageHandler(List.of((customer, update) -> {
			this.told.add(customer.id());
			throw new InterruptedException("by itself");
		}), List.of());
		for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); failures.isEmpty()
				&& System.nanoTime() < end;) {
			Message<Update> message = this.source.receive();
			if (message != null) {
				handler.handleMessage(message);
				assertThat(Thread.interrupted()).isTrue();
			}
		}
		assertThat(this.told).hasSize(3);
		assertThat(this.source.failed()).isEqualTo(2);
		assertThat(failures).singleElement().isInstanceOf(InterruptedException.class);
	}

	@Test
	@DisplayName("fail the flow where the message is not of a source")
	void failFlow() {
		IllegalStateException failure = new IllegalStateException("no");
		ChangeListenerMessageHandler handler = new ChangeListenerMessageHandler(List.of((customer, update) -> {
			throw failure;
		}), List.of());
		assertThatExceptionOfType(MessageHandlingException.class)
			.isThrownBy(() -> handler.handleMessage(new GenericMessage<>(FakeUpdates.customer("a"))))
			.withCause(failure);
	}

	@Test
	@DisplayName("are no nulls")
	void areNoNulls() {
		List<CustomerChangeListener> customers = new ArrayList<>();
		customers.add(null);
		assertThatIllegalArgumentException().isThrownBy(() -> new ChangeListenerMessageHandler(customers, List.of()));
	}

}
