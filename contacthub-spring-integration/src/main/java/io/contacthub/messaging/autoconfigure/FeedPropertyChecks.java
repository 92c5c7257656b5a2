package io.contacthub.messaging.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.contacthub.client.IllegalSettingException;
import io.contacthub.client.PauseSettings;
import io.contacthub.update.UpdateRepository;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * Checks of the properties of the feed, which find at once all that cannot be meant.
 */
final class FeedPropertyChecks {

	private static final Duration LONGEST = Duration.ofDays(24);

	/** Shorter ones may end while their holder renews them. */
	private static final Duration SHORTEST_TTL = Duration.ofSeconds(2);

	private final List<String> faults = new ArrayList<>();

	void check(ContactHubFeedProperties properties) {
		number("page-size", properties.pageSize() >= 1 && properties.pageSize() <= UpdateRepository.MAX_SIZE,
				properties.pageSize(), "it must be from 1 to " + UpdateRepository.MAX_SIZE);
		number("max-attempts", properties.maxAttempts() >= 0, properties.maxAttempts(), "it must not be negative");
		time("poll-interval", properties.pollInterval(), Duration.ofMillis(1), "1ms");
		time("lock-ttl", properties.lockTtl(), SHORTEST_TTL, "2s");
		ContactHubFeedProperties.Retry retry = properties.retry();
		PauseSettings defaults = PauseSettings.defaults();
		refused(() -> defaults.withInitialInterval(retry.initialInterval()));
		refused(() -> defaults.withMultiplier(retry.multiplier()));
		refused(() -> defaults.withMaxInterval(retry.maxInterval()));
		refused(() -> defaults.withJitter(retry.jitter()));
		if (!this.faults.isEmpty()) {
			throw FeedConfigurationException.properties(this.faults);
		}
	}

	private void number(String name, boolean correct, Object value, String rule) {
		if (!correct) {
			add(name, value, rule);
		}
	}

	private void time(String name, Duration value, Duration least, String shown) {
		number(name, value.compareTo(least) >= 0 && value.compareTo(LONGEST) <= 0, value,
				"it must be from " + shown + " to 24 days");
	}

	private void refused(Supplier<PauseSettings> setting) {
		try {
			setting.get();
		}
		catch (IllegalSettingException ex) {
			add("retry." + DataObjectPropertyName.toDashedForm(ex.setting()), String.valueOf(ex.value()), ex.remedy());
		}
	}

	private void add(String name, Object value, String rule) {
		this.faults.add("'contacthub.feed." + name + "' is " + value + ": " + rule + ".");
	}

}
