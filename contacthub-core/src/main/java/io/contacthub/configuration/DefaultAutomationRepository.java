package io.contacthub.configuration;

import java.util.Map;

import io.contacthub.client.ContactHubClient;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The automations, by way of the API.
 */
class DefaultAutomationRepository extends DefaultConfigurationRepository<Automation, ConfigurationListApi.Automations>
		implements AutomationRepository {

	private static final int MAX_DELAY = 604_800;

	DefaultAutomationRepository(ContactHubClient client) {
		super(client, ConfigurationListApi.Automations.class, Automation::id);
	}

	@Override
	public Automation insert(Automation automation) {
		Assert.notNull(automation, "automation is null: give the automation to be stored");
		return api().insert(inserted(automation));
	}

	@Override
	public void deleteById(String id) {
		api().delete(id);
	}

	@Override
	Map<String, @Nullable Object> members(Automation automation) {
		Integer delay = automation.delay();
		Assert.isTrue(delay == null || (delay >= 0 && delay <= MAX_DELAY), () -> "delay of the automation is " + delay
				+ ": it is in seconds, at least 0 and at most " + MAX_DELAY + ", which are seven days");
		Map<String, @Nullable Object> members = super.members(automation);
		members.remove("id");
		return members;
	}

}
