package io.contacthub.samples.desk.form;

import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what happens to forms that are sent.
 */
@DisplayName("A form that is sent")
class FormsTests {

	private final FormSender form = new FormSender();

	@Test
	@DisplayName("leads to where its writing says")
	void succeeds() {
		FormSender.Answer answer = this.form.send("k", () -> "redirect:/customers/1");
		assertThat(answer.view()).isEqualTo("redirect:/customers/1");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.form.model().asMap()).isEmpty();
	}

	@Test
	@DisplayName("is shown again with wrong input, and nothing is written")
	void wrongInput() {
		this.form.result().rejectValue("email", "form.email");
		FormSender.Answer answer = this.form.send("k", () -> {
			throw new AssertionError("written");
		});
		assertThat(answer).isEqualTo(new FormSender.Answer("form", 422));
		assertThat(this.form.model().getAttribute("failed")).isEqualTo(true);
	}

	@Test
	@DisplayName("is carried out once if it is sent again, and gets the same answer")
	void sentAgain() {
		AtomicInteger written = new AtomicInteger();
		Supplier<String> write = () -> "redirect:/customers/" + written.incrementAndGet();
		assertThat(this.form.send("k", write).view()).isEqualTo("redirect:/customers/1");
		assertThat(this.form.send("k", write).view()).isEqualTo("redirect:/customers/1");
		assertThat(this.form.send("other", write).view()).isEqualTo("redirect:/customers/2");
		assertThat(this.form.send(null, write).view()).isEqualTo("redirect:/customers/3");
		assertThat(this.form.send("x".repeat(65), write).view()).isEqualTo("redirect:/customers/4");
	}

	@Test
	@DisplayName("is another one with the same key if it says something else")
	void sentChanged() {
		AtomicInteger written = new AtomicInteger();
		Supplier<String> write = () -> "redirect:/customers/" + written.incrementAndGet();
		assertThat(this.form.send("k", "Ada", write).view()).isEqualTo("redirect:/customers/1");
		assertThat(this.form.send("k", "Augusta", write).view()).isEqualTo("redirect:/customers/2");
		assertThat(this.form.send("k", "Ada", write).view()).isEqualTo("redirect:/customers/1");
	}

	@Test
	@DisplayName("waits for the first one if it is sent again meanwhile")
	void sentTwice() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		FutureTask<FormSender.Answer> first = new FutureTask<>(() -> this.form.send("k", () -> {
			begun.countDown();
			await(goOn);
			return "redirect:/customers/1";
		}));
		FutureTask<FormSender.Answer> second = new FutureTask<>(
				() -> this.form.send("k", () -> "redirect:/customers/2"));
		new Thread(first).start();
		await(begun);
		Thread waiting = new Thread(second);
		waiting.start();
		// it ends at once if it does not wait
		while (waiting.getState() != Thread.State.TIMED_WAITING && waiting.isAlive()) {
			Thread.onSpinWait();
		}
		assertThat(second).isNotDone();
		goOn.countDown();
		assertThat(second.get(10, TimeUnit.SECONDS).view()).isEqualTo("redirect:/customers/1");
		assertThat(first.get(10, TimeUnit.SECONDS).view()).isEqualTo("redirect:/customers/1");
	}

	@Test
	@DisplayName("can be sent again after a failure")
	void sentAgainAfterFailure() {
		assertThat(this.form.send("k", () -> {
			throw new QueryTimeoutException("no answer in time");
		}).status()).isEqualTo(503);
		assertThat(this.form.send("k", () -> "redirect:/customers/1").view()).isEqualTo("redirect:/customers/1");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.form.send("own", () -> {
			throw new IllegalStateException("that of the page itself");
		}));
		assertThat(this.form.send("own", () -> "redirect:/customers/2").view()).isEqualTo("redirect:/customers/2");
	}

	@Test
	@DisplayName("does not disturb the same form of somebody else")
	void sentByOther() {
		assertThat(this.form.send("k", () -> "redirect:/customers/1").view()).isEqualTo("redirect:/customers/1");
		assertThat(this.form.other().send("k", () -> "redirect:/customers/2").view())
			.isEqualTo("redirect:/customers/2");
	}

	@Test
	@DisplayName("is remembered for as long as the session lasts, the last hundred of it, and nowhere in it")
	void remembered() {
		AtomicInteger written = new AtomicInteger();
		Supplier<String> write = () -> "redirect:/customers/" + written.incrementAndGet();
		for (int i = 1; i <= 101; i++) {
			this.form.send("k" + i, write);
		}
		this.form.logIn();
		assertThat(this.form.send("k2", write).view()).isEqualTo("redirect:/customers/2");
		assertThat(this.form.send("k1", write).view()).isEqualTo("redirect:/customers/102");
		assertThat(Collections.list(this.form.session().getAttributeNames())).isEmpty();
		this.form.other().send("k", write);
		assertThat(this.form.submissions().sessions()).isEqualTo(2);
		this.form.leave();
		assertThat(this.form.submissions().sessions()).isOne();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
