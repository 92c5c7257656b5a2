package io.contacthub.configuration;

/**
 * What a workspace does by itself when a certain event comes. The id of an automation is
 * sent in the path alone.
 */
public interface AutomationRepository extends ConfigurationRepository<Automation> {

	/**
	 * Insert an automation; {@code POST /configuration/automations/event-trigger}. Needs
	 * ADMIN.
	 * @param automation the automation; its id is not sent
	 * @return the automation as it was stored, with its id
	 * @throws IllegalArgumentException when the delay is negative, or longer than seven
	 * days
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses it
	 */
	Automation insert(Automation automation);

	/**
	 * Delete an automation; {@code DELETE /configuration/automations/event-trigger/{id}}.
	 * Needs ADMIN.
	 * @param id the id of the automation
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	void deleteById(String id);

}
