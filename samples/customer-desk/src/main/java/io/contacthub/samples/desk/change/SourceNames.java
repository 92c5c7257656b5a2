package io.contacthub.samples.desk.change;

import java.util.Map;
import java.util.stream.Collectors;

import io.contacthub.Workspace;
import io.contacthub.configuration.Source;
import io.contacthub.configuration.SourceRepository;
import io.contacthub.samples.desk.panel.Recent;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The names of the sources that write to the workspace. Only administrators may read
 * them: to others, a source is its id.
 */
@Component
class SourceNames {

	private final SourceRepository sources;

	private final Recent recent;

	SourceNames(Workspace workspace, Recent recent) {
		this.sources = workspace.configuration().sources();
		this.recent = recent;
	}

	String of(String id) {
		return this.recent.get(SourceNames.class, this::read).getOrDefault(id, id);
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

}
