package io.contacthub.emulator;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the rules that follow from a configuration.
 */
@DisplayName("The store of a configuration")
class ConfigurationStoreTests {

	private final EmulatorSettings settings = new EmulatorOptions().settings().get(0);

	private final ConfigurationStore store = new ConfigurationStore(this.settings,
			new SourceTokens(new Access(Map.of()), this.settings.workspaceId()));

	@Test
	@DisplayName("has the rules of the options at first, and again once it is cleared")
	void rulesAreThoseOfTheOptions() {
		assertThat(this.store.rules()).usingRecursiveComparison()
			.ignoringFields("mandatoryProperties", "extendedSchema")
			.isEqualTo(this.settings.rules());
		changeTimezone("America/New_York");
		this.store.clear();
		assertThat(this.store.rules().timezone()).isEqualTo(WorkspaceRules.TIMEZONE);
	}

	@Test
	@DisplayName("has days in the zone that is set")
	void timezoneIsARule() {
		changeTimezone("America/New_York");
		assertThat(this.store.rules().timezone()).isEqualTo(ZoneId.of("America/New_York"));
	}

	@Test
	@DisplayName("tells who asked for it the new rules after each change")
	void changesAreTold() {
		List<WorkspaceRules> told = new ArrayList<>();
		this.store.whenChanged(told::add);
		changeTimezone("America/New_York");
		this.store.clear();
		assertThat(told).extracting(WorkspaceRules::timezone)
			.containsExactly(ZoneId.of("America/New_York"), WorkspaceRules.TIMEZONE);
		assertThat(told.get(1)).isSameAs(this.store.rules());
	}

	private void changeTimezone(String id) {
		ObjectNode document = this.store.document(ConfigurationDocument.SETTINGS).deepCopy();
		this.store.save(ConfigurationDocument.SETTINGS, document.put("timezone", id));
	}

}
