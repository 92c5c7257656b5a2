package io.contacthub.integration;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.contacthub.emulator.ContactHubEmulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The events that have arrived at an emulator, each of them known by its number, and the
 * requests that brought them. The customers of the events are there from the start.
 */
final class Arrivals {

	private static final int CUSTOMERS = 100;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	/**
	 * How many requests the emulator remembers.
	 */
	private static final int REMEMBERED = 10_000;

	private static final Pattern TOTAL = Pattern.compile("\"totalElements\":(\\d+)");

	private static final Pattern NUMBER = Pattern.compile("\"formName\":\"(\\d+)\"");

	private final ContactHubEmulator emulator;

	private final HttpClient control = HttpClient.newHttpClient();

	private final Map<UUID, Delivery> deliveries = new HashMap<>();

	/**
	 * How many events had arrived when the requests were looked at last.
	 */
	private int followed;

	Arrivals(ContactHubEmulator emulator) {
		this.emulator = emulator;
		emulator.seed(new StringReader(IntStream.range(0, CUSTOMERS)
			.mapToObj((number) -> "{\"nodeId\":\"%1$s\",\"id\":\"c%2$d\",\"externalId\":\"%2$d\"}"
				.formatted(emulator.nodeId(), number))
			.collect(Collectors.joining("\n"))));
	}

	/**
	 * Return how many events have arrived, those that came once more too, whatever the
	 * emulator does to requests of the API.
	 */
	int count() {
		try {
			String page = this.control
				.send(HttpRequest.newBuilder(URI.create(this.emulator.consoleUrl() + "events?size=1")).build(),
						BodyHandlers.ofString())
				.body();
			Matcher total = TOTAL.matcher(page);
			assertThat(total.find()).as(page).isTrue();
			int count = Integer.parseInt(total.group(1));
			if (count > this.followed + REMEMBERED / 5) {
				follow();
				this.followed = count;
			}
			return count;
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/**
	 * Take the requests that are remembered, before so many have come that the first are
	 * forgotten.
	 */
	private void follow() {
		List<ServeEvent> remembered = this.emulator.wireMock().getServeEvents();
		if (remembered.size() == REMEMBERED && !this.deliveries.isEmpty()) {
			assertThat(remembered.stream().anyMatch((event) -> this.deliveries.containsKey(event.getId())))
				.as("no request was forgotten since the last look")
				.isTrue();
		}
		for (ServeEvent event : remembered) {
			Matcher number = NUMBER.matcher(event.getRequest().getBodyAsString());
			if (number.find()) {
				long start = event.getRequest().getLoggedDate().getTime();
				this.deliveries.put(event.getId(), new Delivery(Integer.parseInt(number.group(1)), start,
						start + event.getTiming().getProcessTime()));
			}
		}
	}

	/**
	 * Wait until so many events have arrived.
	 * @param number how many, those that came once more too
	 * @param senders what sends them; without one of these there is nothing to wait for
	 */
	void awaitCount(int number, Application... senders) {
		until(number + " events arrive", () -> count() >= number, senders);
	}

	/**
	 * Wait until certain events have arrived.
	 * @param numbers their numbers
	 * @param senders what sends them; without one of these there is nothing to wait for
	 */
	void awaitAll(Collection<Integer> numbers, Application... senders) {
		until("all of " + numbers.size() + " events arrive",
				() -> count() >= numbers.size() && new HashSet<>(numbers()).containsAll(numbers), senders);
	}

	/**
	 * Wait until an application has done what it was told to, and look at what arrives
	 * meanwhile.
	 */
	void awaitDone(Application sender) {
		until("all is done", () -> {
			count();
			return sender.output().contains("done");
		}, sender);
	}

	private static void until(String what, BooleanSupplier condition, Application... senders) {
		await(what).atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> condition.getAsBoolean() || !Stream.of(senders).allMatch(Application::isAlive));
		assertThat(senders).allSatisfy(
				(sender) -> assertThat(sender.isAlive()).as("%s%n%s", sender.output(), sender.errors()).isTrue());
	}

	/**
	 * Return the numbers of all events in the order of their arrival, of those that came
	 * once more repeatedly.
	 */
	List<Integer> numbers() {
		StringWriter export = new StringWriter();
		try {
			this.emulator.export(export);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return NUMBER.matcher(export.toString()).results().map((found) -> Integer.valueOf(found.group(1))).toList();
	}

	/**
	 * Return how many events came more than once, as often as they came once more.
	 */
	static int repeated(List<Integer> numbers) {
		return numbers.size() - new HashSet<>(numbers).size();
	}

	/**
	 * Return how many events came behind one of the same customer that was published
	 * later.
	 */
	static int inversions(List<Integer> numbers) {
		int[] last = new int[CUSTOMERS];
		int inversions = 0;
		for (int number : numbers) {
			int customer = number % CUSTOMERS;
			inversions += (number < last[customer]) ? 1 : 0;
			last[customer] = Math.max(last[customer], number);
		}
		return inversions;
	}

	/**
	 * Return the numbers of the events that were being sent twice at the same time.
	 */
	Set<Integer> overlaps() {
		follow();
		Map<Integer, List<Delivery>> byNumber = this.deliveries.values()
			.stream()
			.sorted(Comparator.comparingLong(Delivery::start))
			.collect(Collectors.groupingBy(Delivery::number));
		Set<Integer> overlaps = new HashSet<>();
		byNumber.forEach((number, deliveries) -> {
			long end = 0;
			for (Delivery delivery : deliveries) {
				if (delivery.startsBefore(end)) {
					overlaps.add(number);
				}
				end = Math.max(end, delivery.end());
			}
		});
		return overlaps;
	}

	/**
	 * Return how many requests have brought events, or have tried to.
	 */
	int requests() {
		follow();
		return this.deliveries.size();
	}

	/**
	 * A request with an event.
	 *
	 * @param number the number of the event
	 * @param start when the request came in, in milliseconds
	 * @param end when it was answered
	 */
	private record Delivery(int number, long start, long end) {

		/**
		 * Return whether this surely started before a time; the start may have been up to
		 * a millisecond later than it says.
		 */
		boolean startsBefore(long time) {
			return this.start + 1 < time;
		}

	}

}
