package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.contacthub.autoconfigure.http.FaultClients.Patience;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the {@link FaultTable} against real connections, with one HTTP engine. The system
 * property {@code contacthub.faults} chooses behaviours by a regular expression.
 */
abstract class AbstractFaultSuiteTests {

	private static final int LONGEST_MESSAGE = 5000;

	private static final int LONGEST_EXCERPT = 510;

	/** As many rows of slow answers are tried at a time, beside the others. */
	private static final int SLOW_STAGES = 2;

	/** It warns of each connection that breaks. */
	private static final Logger REACTOR_NETTY = (Logger) LoggerFactory.getLogger("reactor.netty");

	private static Stage quick;

	private static final List<Stage> slow = new ArrayList<>();

	private static FaultClients clients;

	private final Engine engine;

	private int slowRows;

	AbstractFaultSuiteTests(Engine engine) {
		this.engine = engine;
	}

	@BeforeAll
	static void start() throws IOException {
		quick = Stage.open();
		for (int i = 0; i < SLOW_STAGES; i++) {
			slow.add(Stage.open());
		}
		clients = new FaultClients();
		REACTOR_NETTY.setLevel(Level.OFF);
	}

	@AfterAll
	static void stop() throws IOException {
		REACTOR_NETTY.setLevel(null);
		clients.close();
		quick.close();
		for (Stage stage : slow) {
			stage.close();
		}
		slow.clear();
	}

	@Test
	@DisplayName("has an outcome documented for each behaviour, and a behaviour for each outcome")
	void isComplete() {
		assertThat(FaultTable.rows()).extracting(FaultTable.Row::behaviour)
			.doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(quick.behaviours.keySet());
	}

	@TestFactory
	@DisplayName("ends each call as documented")
	List<DynamicNode> endsAsDocumented() {
		String choice = System.getProperty("contacthub.faults", ".*");
		return FaultTable.rows(this.engine)
			.stream()
			.filter((row) -> row.behaviour().matches(choice))
			.map(this::node)
			.toList();
	}

	private DynamicNode node(FaultTable.Row row) {
		Stage stage = row.slow() ? slow.get(this.slowRows++ % SLOW_STAGES) : quick;
		Run run = new Run(this.engine, row, row.slow() ? Patience.SHORT : Patience.LONG, stage);
		Run patient = new Run(this.engine, row, row.slow() ? Patience.MEDIUM : Patience.LONG, stage);
		return DynamicContainer.dynamicContainer(row.behaviour(),
				row.expectations().keySet().stream().map((operation) -> {
					Executable check = () -> check(operation, run, patient);
					return DynamicTest.dynamicTest(row.behaviour() + ": " + operation.label(),
							row.slow() ? stage.beginAhead(check) : check);
				}).toList());
	}

	/**
	 * Where the outcome depends on the time, a busy machine is given more of it before
	 * the outcome counts, unless more requests arrived than may. An engine that at times
	 * makes an attempt fail may make all of a call fail, but not of two calls.
	 */
	private static void check(FaultOperation operation, Run run, Run patient) throws Exception {
		if (!patient.hasBegun()) {
			try {
				check(run, operation, run.outcome(operation));
				return;
			}
			catch (AssertionError ex) {
				run.end();
				boolean race = run.row.expectations().get(operation).isRace();
				if (!(run.row.slow() || race) || ex instanceof TooManyRequestsError) {
					throw ex;
				}
			}
		}
		check(patient, operation, patient.outcome(operation));
	}

	private static void check(Run run, FaultOperation operation, Outcome outcome) throws InterruptedException {
		FaultTable.Row row = run.row;
		Expectation expectation = row.expectations().get(operation);
		checkNoneTooMany(run, operation, expectation, outcome);
		assertThat(kind(outcome)).as(outcome::describe).isIn(expectation.kinds());
		if (expectation.isFailure()) {
			checkFailure(row, operation, expectation, outcome);
		}
		assertThat(run.stage.servers.elsewhere().requests("")).as("requests to the other server").isZero();
		checkRequests(run.engine, operation, expectation, outcome);
		assertThat(outcome.duration).isLessThan(outcome.longest);
	}

	/**
	 * Of a failure it is the most special exception of Spring that it is, or the one of
	 * this library that is public.
	 */
	private static String kind(Outcome outcome) {
		if (outcome.failure == null) {
			return (outcome.customer != null) ? Expectation.VALUE : Expectation.NOTHING;
		}
		return Stream.<Class<?>>iterate(outcome.failure.getClass(), (type) -> type != null, Class::getSuperclass)
			.filter((type) -> type.getPackageName().equals("org.springframework.dao")
					|| type == CustomerConflictException.class)
			.findFirst()
			.orElse(outcome.failure.getClass())
			.getSimpleName();
	}

	private static void checkFailure(FaultTable.Row row, FaultOperation operation, Expectation expectation,
			Outcome outcome) {
		Throwable thrown = outcome.failure;
		assertThat(thrown).isInstanceOf(DataAccessException.class).isInstanceOf(ContactHubFailure.class);
		assertThat(thrown.getMessage()).hasSizeLessThan(LONGEST_MESSAGE);
		assertThat(stackTrace(thrown)).doesNotContain(FaultClients.TOKEN);
		ContactHubFailure failure = (ContactHubFailure) thrown;
		if (expectation.attempts() != Expectation.ANY) {
			assertThat(failure.attempts()).as(() -> "attempts, " + outcome.describe())
				.isEqualTo(expectation.attempts());
		}
		boolean readAfterPatch = operation == FaultOperation.PATCH && expectation.requests() > expectation.attempts();
		assertThat(failure.operation()).isEqualTo(readAfterPatch ? FaultOperation.FIND_BY_ID.path() : operation.path());
		checkError(row.answer(), failure.apiError());
	}

	private static void checkError(String answer, ApiError error) {
		if (answer.isEmpty()) {
			return;
		}
		if (answer.equals("none")) {
			assertThat(error).as("error").isNull();
			return;
		}
		String[] parts = answer.split(" ", 2);
		assertThat(error).as("error").isNotNull();
		assertThat(error.status()).isEqualTo(Integer.parseInt(parts[0]));
		if (parts.length > 1) {
			if (parts[1].equals("-")) {
				assertThat(error.body()).isNull();
			}
			else {
				assertThat(error.body()).startsWith(parts[1]);
			}
		}
		if (error.body() != null) {
			assertThat(error.body()).hasSizeLessThan(LONGEST_EXCERPT);
		}
	}

	/**
	 * Whatever else a call does, it must not make more requests than it may, however the
	 * outcome differs from what is expected, and though the last one is late. Only a call
	 * that should succeed and may be repeated is, when a short time-out ends before a
	 * busy machine comes to the answer.
	 */
	private static void checkNoneTooMany(Run run, FaultOperation operation, Expectation expectation, Outcome outcome)
			throws InterruptedException {
		if (expectation.requests() == Expectation.ANY || expectation.attempts() == Expectation.ANY) {
			return;
		}
		if (run.row.slow() && !expectation.isFailure() && operation != FaultOperation.INSERT) {
			return;
		}
		int most = (expectation.requests() == Expectation.AS_ATTEMPTS) ? expectation.attempts()
				: expectation.requests();
		if (run.engine == Engine.JDK && operation.isGet()) {
			most *= 2;
		}
		if (operation == FaultOperation.INSERT) {
			Thread.sleep(5);
		}
		if (outcome.arrived.getAsInt() > most) {
			throw new TooManyRequestsError(outcome.describe());
		}
	}

	private static void checkRequests(Engine engine, FaultOperation operation, Expectation expectation, Outcome outcome)
			throws InterruptedException {
		int expected = expectation.requests();
		if (expected == Expectation.ANY) {
			return;
		}
		if (expected == Expectation.AS_ATTEMPTS) {
			expected = !expectation.isFailure() ? 1 : ((ContactHubFailure) outcome.failure).attempts();
		}
		// the client of the JDK itself sends a GET once more when the connection broke
		int most = (engine == Engine.JDK && operation.isGet() && expectation.isBroken()) ? 2 * expected : expected;
		assertThat(outcome.requests(most)).as(() -> "requests, " + outcome.describe()).isBetween(expected, most);
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	/**
	 * Said of a call that no second try may excuse.
	 */
	private static final class TooManyRequestsError extends AssertionError {

		TooManyRequestsError(String outcome) {
			super("Too many requests: " + outcome);
		}

	}

	/**
	 * Servers, and how they can behave.
	 *
	 * @param servers the servers
	 * @param behaviours the behaviours by their names
	 * @param ahead tries what is slow, one after the other
	 */
	private record Stage(FaultServers servers, Map<String, Behaviour> behaviours, ExecutorService ahead) {

		static Stage open() throws IOException {
			FaultServers servers = new FaultServers();
			return new Stage(servers, Behaviours.all(servers), Executors.newSingleThreadExecutor());
		}

		/**
		 * Have something checked by another thread, from now on.
		 * @return waits for the end of the check
		 */
		Executable beginAhead(Executable check) {
			CompletableFuture<Void> checked = new CompletableFuture<>();
			this.ahead.execute(() -> {
				try {
					check.execute();
					checked.complete(null);
				}
				catch (Throwable ex) {
					checked.completeExceptionally(ex);
				}
			});
			return () -> {
				try {
					checked.get();
				}
				catch (ExecutionException ex) {
					throw ex.getCause();
				}
			};
		}

		void close() throws IOException {
			this.ahead.shutdownNow();
			this.servers.close();
		}

	}

	/**
	 * The calls of one row.
	 */
	private static final class Run {

		private final Engine engine;

		private final FaultTable.Row row;

		private final Patience patience;

		private final Stage stage;

		private final Behaviour behaviour;

		private final Map<FaultOperation, FutureTask<Outcome>> calls = new EnumMap<>(FaultOperation.class);

		private final Map<FaultOperation, Thread> threads = new EnumMap<>(FaultOperation.class);

		Run(Engine engine, FaultTable.Row row, Patience patience, Stage stage) {
			this.engine = engine;
			this.row = row;
			this.patience = patience;
			this.stage = stage;
			this.behaviour = stage.behaviours.get(row.behaviour());
		}

		/**
		 * What became of a call. Those of slow rows are all made when the first of them
		 * is asked for, each on a lane of its own.
		 */
		Outcome outcome(FaultOperation operation) throws Exception {
			if (!hasBegun() || !this.row.slow()) {
				if (this.row.slow()) {
					warmUp();
				}
				String url = this.behaviour.begin(this.stage.servers);
				List<FaultOperation> operations = this.row.slow() ? List.copyOf(this.row.expectations().keySet())
						: List.of(operation);
				operations.forEach((each) -> this.calls.put(each, call(each, url)));
			}
			FutureTask<Outcome> call = this.calls.get(operation);
			try {
				return call.get(this.patience.longest().toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				AssertionError error = new AssertionError("The call did not end");
				error.setStackTrace(this.threads.get(operation).getStackTrace());
				call.cancel(true);
				throw error;
			}
			catch (ExecutionException ex) {
				throw new AssertionError(ex.getCause());
			}
		}

		boolean hasBegun() {
			return !this.calls.isEmpty();
		}

		/**
		 * Wait for the calls that are still being made, which another run must not meet.
		 */
		void end() throws InterruptedException {
			for (Thread thread : this.threads.values()) {
				thread.join(this.patience.longest().toMillis());
			}
		}

		/**
		 * The first call of an engine may take longer than the time-outs.
		 */
		private void warmUp() {
			String url = this.stage.behaviours.get("200 with the document in small chunks").begin(this.stage.servers);
			for (FaultOperation operation : this.row.expectations().keySet()) {
				try {
					clients.customers(this.engine, url, this.patience, operation.label()).findById("c1");
				}
				catch (DataAccessException ex) {
					// took too long, as it may
				}
			}
		}

		private FutureTask<Outcome> call(FaultOperation operation, String url) {
			String lane = this.row.slow() ? operation.label() : "";
			CustomerRepository customers = clients.customers(this.engine, url, this.patience, lane);
			FutureTask<Outcome> call = new FutureTask<>(() -> {
				long start = System.nanoTime();
				Customer customer = null;
				Throwable failure = null;
				try {
					customer = operation.call(customers);
				}
				catch (Exception | StackOverflowError ex) {
					failure = ex;
				}
				String name = this.engine + ", " + this.row.behaviour() + ", " + operation.label();
				return new Outcome(name, customer, failure, Duration.ofNanos(System.nanoTime() - start),
						this.patience.longest(), () -> this.behaviour.requests(this.stage.servers, lane));
			});
			Thread thread = new Thread(call, "call");
			thread.setDaemon(true);
			thread.start();
			this.threads.put(operation, thread);
			return call;
		}

	}

	/**
	 * What became of a call.
	 *
	 * @param call the engine, the behaviour and the operation
	 * @param customer the value, if any
	 * @param failure the failure, if it failed
	 * @param duration how long it took
	 * @param longest how long it may take
	 * @param arrived how many requests have arrived by now
	 */
	private record Outcome(String call, Customer customer, Throwable failure, Duration duration, Duration longest,
			IntSupplier arrived) {

		/**
		 * How many requests arrived; on a busy machine one that was sent may take its
		 * time.
		 * @param most as many as may be waited for
		 */
		int requests(int most) throws InterruptedException {
			for (int i = 0; i < 100 && this.arrived.getAsInt() < most; i++) {
				Thread.sleep(1);
			}
			return this.arrived.getAsInt();
		}

		/**
		 * Say what happened, in a few lines.
		 */
		String describe() {
			StringBuilder text = new StringBuilder(this.call).append(", outcome after ")
				.append(this.arrived.getAsInt())
				.append(" requests in ")
				.append(this.duration.toMillis())
				.append(" ms: ");
			for (Throwable cause = this.failure; cause != null; cause = cause.getCause()) {
				String line = cause.toString();
				text.append('\n').append((line.length() < 300) ? line : line.substring(0, 300) + "...");
			}
			return text.append('\n').toString();
		}

	}

}
