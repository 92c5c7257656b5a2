package com.example;

import java.time.Duration;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.properties.FormCompiled;
import jakarta.annotation.PreDestroy;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps that the arguments name, such as {@code alone:0-100:4}. Each event has a
 * number and belongs to one of a hundred customers. What has been accepted is printed
 * after that.
 */
@Component
class Steps implements ApplicationRunner {

	private static final int CUSTOMERS = 100;

	private final EventPublisher publisher;

	private final TransactionTemplate transaction;

	private final TransactionTemplate newTransaction;

	Steps(EventPublisher publisher, PlatformTransactionManager transactionManager) {
		this.publisher = publisher;
		this.transaction = new TransactionTemplate(transactionManager);
		this.newTransaction = new TransactionTemplate(transactionManager);
		this.newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Override
	public void run(ApplicationArguments arguments) throws Exception {
		for (String step : arguments.getNonOptionArgs()) {
			String[] parts = step.split("[:-]");
			int[] numbers = List.of(parts).stream().skip(1).mapToInt(Integer::parseInt).toArray();
			switch (parts[0]) {
				case "alone" -> alone(numbers[0], numbers[1], numbers[2]);
				case "together" -> together(numbers[0], numbers[1], numbers[2]);
				case "rollback" -> rollBack(numbers[0], numbers[1]);
				case "inner" -> inner(numbers[0], numbers[1]);
				case "open" -> open(numbers[0]);
				case "flush" -> System.out.println("flushed " + this.publisher.flush(Duration.ofSeconds(numbers[0])));
				default -> throw new IllegalArgumentException(step);
			}
		}
		System.out.println("done");
	}

	@PreDestroy
	void tell() {
		System.out.println("sent " + this.publisher.sent());
	}

	/**
	 * Publish events by several threads, each event without a transaction of the
	 * application.
	 */
	private void alone(int from, int to, int threads) throws Exception {
		AtomicInteger next = new AtomicInteger(from);
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		List<Future<?>> tasks = IntStream.range(0, threads).<Future<?>>mapToObj((thread) -> pool.submit(() -> {
			for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
				publish(number);
				accepted(number, number + 1);
			}
		})).toList();
		pool.shutdown();
		for (Future<?> task : tasks) {
			task.get();
		}
	}

	/**
	 * Publish events, a few of them in each transaction.
	 */
	private void together(int from, int to, int size) {
		for (int first = from; first < to; first += size) {
			int begin = first;
			int end = Math.min(to, begin + size);
			this.transaction.executeWithoutResult((status) -> IntStream.range(begin, end).forEach(this::publish));
			accepted(begin, end);
		}
	}

	private void rollBack(int from, int to) {
		this.transaction.executeWithoutResult((status) -> {
			IntStream.range(from, to).forEach(this::publish);
			status.setRollbackOnly();
		});
		System.out.println("rolled back");
	}

	/**
	 * Publish events, each in a transaction of its own, within one that is rolled back.
	 */
	private void inner(int from, int to) {
		this.transaction.executeWithoutResult((outer) -> {
			IntStream.range(from, to)
				.forEach((number) -> this.newTransaction.executeWithoutResult((status) -> publish(number)));
			outer.setRollbackOnly();
		});
		accepted(from, to);
	}

	/**
	 * Publish an event in a transaction that stays open until a line comes in, and the
	 * next one beside it.
	 */
	private void open(int number) {
		this.transaction.executeWithoutResult((status) -> {
			publish(number);
			this.newTransaction.executeWithoutResult((other) -> publish(number + 1));
			accepted(number + 1, number + 2);
			new Scanner(System.in).nextLine();
		});
		accepted(number, number + 1);
	}

	private void publish(int number) {
		this.publisher.publish(Event.of(FormCompiled.builder().formName(String.valueOf(number)).build())
			.in(EventContext.WEB)
			.byCustomerId("c" + number % CUSTOMERS));
	}

	private static void accepted(int from, int to) {
		StringBuilder lines = new StringBuilder();
		IntStream.range(from, to).forEach((number) -> lines.append("accepted ").append(number).append('\n'));
		System.out.print(lines);
		System.out.flush();
	}

}
