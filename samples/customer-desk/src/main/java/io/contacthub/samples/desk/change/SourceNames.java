package io.contacthub.samples.desk.change;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import io.contacthub.Workspace;
import io.contacthub.configuration.Source;
import io.contacthub.configuration.SourceRepository;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The names of the sources that write to the workspace. Only administrators may read
 * them: to others, a source is its id.
 */
@Component
class SourceNames {

	private static final Duration KEPT = Duration.ofMinutes(5);

	private final SourceRepository sources;

	private volatile Names names = new Names(Map.of(), Instant.MIN);

	SourceNames(Workspace workspace) {
		this.sources = workspace.configuration().sources();
	}

	String of(String id) {
		Names present = this.names;
		if (present.until().isBefore(Instant.now())) {
			present = new Names(read(), Instant.now().plus(KEPT));
			this.names = present;
		}
		return present.byId().getOrDefault(id, id);
	}

	private Map<String, String> read() {
		try {
			return this.sources.findAll()
				.stream()
				.filter((source) -> source.id() != null && source.name() != null)
				.collect(Collectors.toMap(Source::id, Source::name, (first, second) -> first));
		}
		catch (DataAccessException ex) {
			return Map.of();
		}
	}

	/**
	 * What was read, and how long it counts.
	 */
	private record Names(Map<String, String> byId, Instant until) {

	}

}
