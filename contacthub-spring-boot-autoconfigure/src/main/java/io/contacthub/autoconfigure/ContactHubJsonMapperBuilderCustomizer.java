package io.contacthub.autoconfigure;

import tools.jackson.databind.json.JsonMapper;

/**
 * Callback interface for beans that change the JSON mapper of the client, and not that of
 * the application. Several are called in their order. Records of this library are read
 * and written in their own way; what can be changed is how types of the application are,
 * such as those in interfaces for {@code ContactHubClient.createApi}.
 */
@FunctionalInterface
public interface ContactHubJsonMapperBuilderCustomizer {

	/**
	 * Change the mapper.
	 * @param builder its builder, with the settings that the client needs
	 */
	void customize(JsonMapper.Builder builder);

}
