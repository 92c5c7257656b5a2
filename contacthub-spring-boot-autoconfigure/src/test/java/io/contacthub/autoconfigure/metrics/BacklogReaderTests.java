package io.contacthub.autoconfigure.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventBacklog;
import io.contacthub.event.EventPublisher;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link BacklogReader} and what {@link EventPublisherMetrics} make of it.
 */
@DisplayName("What is in the store of a publisher")
class BacklogReaderTests {

	private final DurableEventPublisher publisher = mock();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	private EventPublisherMetrics bind() {
		this.beans.registerSingleton("contactHubEventPublisher", this.publisher);
		EventPublisherMetrics metrics = new EventPublisherMetrics(this.beans);
		metrics.bindTo(this.registry);
		return metrics;
	}

	/**
	 * Have the publisher tell its backlog only when the latch is open.
	 */
	private CountDownLatch holdUpBacklog() {
		CountDownLatch answer = new CountDownLatch(1);
		given(this.publisher.backlog()).willAnswer((call) -> {
			answer.await();
			return new EventBacklog(7, null, 3);
		});
		return answer;
	}

	private double value(String name) {
		Gauge gauge = this.registry.get("contacthub.events." + name).tag("publisher", "default").gauge();
		return gauge.value();
	}

	@Test
	@DisplayName("is measured: how many events wait, how old the oldest is, and how many were refused")
	void isMeasured() {
		given(this.publisher.backlog()).willReturn(new EventBacklog(7, Instant.now().minus(Duration.ofHours(1)), 3));
		EventPublisherMetrics metrics = bind();
		await().until(() -> value("queued") == 7);
		await().until(() -> value("refused") == 3);
		await().untilAsserted(() -> assertThat(value("oldest")).isBetween(3600.0, 3660.0));
		assertThat(metrics).isNotNull();
	}

	@Test
	@DisplayName("is asked for once by all who look at the same time")
	void isAskedForOnce() {
		CountDownLatch answer = holdUpBacklog();
		EventPublisherMetrics metrics = bind();
		List<CompletableFuture<Double>> values = Stream.of("queued", "oldest", "refused")
			.map((name) -> CompletableFuture.supplyAsync(() -> value(name)))
			.toList();
		values.forEach(CompletableFuture::join);
		answer.countDown();
		then(this.publisher).should(times(1)).backlog();
		assertThat(metrics).isNotNull();
	}

	@Test
	@DisplayName("is measured as empty when nothing waits")
	void isMeasuredAsEmpty() {
		given(this.publisher.backlog()).willReturn(new EventBacklog(0, null, 0));
		EventPublisherMetrics metrics = bind();
		await().until(() -> value("queued") == 0);
		await().until(() -> value("oldest") == 0);
		assertThat(metrics).isNotNull();
	}

	@Test
	@DisplayName("is no number while the database is away, and one again when it is back")
	void isNoNumberWhileAway() {
		given(this.publisher.backlog()).willThrow(new DataAccessResourceFailureException("away"))
			.willReturn(new EventBacklog(7, null, 3));
		BacklogReader reader = new BacklogReader(() -> this.publisher,
				BackgroundExecutor.unbounded("t-", (task) -> task));
		assertThat(reader.read(EventBacklog::waiting)).isNaN();
		await().until(() -> reader.read(EventBacklog::waiting) == 7);
	}

	@Test
	@DisplayName("holds nobody up for long whose database does not answer, and asks it no second time meanwhile")
	void holdsNobodyUp() {
		CountDownLatch answer = holdUpBacklog();
		EventPublisherMetrics metrics = bind();
		long begun = System.nanoTime();
		for (int i = 0; i < 5; i++) {
			assertThat(value("queued")).isNaN();
			assertThat(value("oldest")).isNaN();
			assertThat(value("refused")).isNaN();
		}
		assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(10));
		then(this.publisher).should(times(1)).backlog();
		answer.countDown();
		assertThat(metrics).isNotNull();
	}

	@Test
	@DisplayName("is no number before there is a publisher, which is not made for it")
	void isNoNumberBeforeThereIsPublisher() {
		RootBeanDefinition definition = new RootBeanDefinition(DurableEventPublisher.class, () -> this.publisher);
		definition.setLazyInit(true);
		this.beans.registerBeanDefinition("shopContactHubEventPublisher", definition);
		given(this.publisher.backlog()).willReturn(new EventBacklog(7, null, 3));
		EventPublisherMetrics metrics = new EventPublisherMetrics(this.beans);
		metrics.bindTo(this.registry);
		Gauge queued = this.registry.get("contacthub.events.queued").tag("publisher", "shop").gauge();
		assertThat(queued.value()).isNaN();
		assertThat(this.beans.containsSingleton("shopContactHubEventPublisher")).isFalse();
		this.beans.getBean(EventPublisher.class);
		await().until(() -> queued.value() == 7);
	}

}
