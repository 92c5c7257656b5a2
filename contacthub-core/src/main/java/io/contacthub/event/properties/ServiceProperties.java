package io.contacthub.event.properties;

import java.time.Instant;

import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an event about a service: what the types of events about services
 * have in common.
 */
public interface ServiceProperties extends EventProperties {

	/**
	 * Return the id of the subscriber.
	 * @return the id of the subscriber, {@code null} when absent
	 */
	@Nullable String subscriberId();

	/**
	 * Return the id of the service.
	 * @return the id of the service, {@code null} when absent
	 */
	@Nullable String serviceId();

	/**
	 * Return the name of the service.
	 * @return the name of the service, {@code null} when absent
	 */
	@Nullable String serviceName();

	/**
	 * Return the type of the service.
	 * @return the type of the service, {@code null} when absent
	 */
	@Nullable String serviceType();

	/**
	 * Return since when.
	 * @return since when, {@code null} when absent
	 */
	@Nullable Instant startDate();

	/**
	 * Return until when.
	 * @return until when, {@code null} when absent
	 */
	@Nullable Instant endDate();

	/**
	 * Return further properties, of any name.
	 * @return further properties, of any name, empty when absent
	 */
	JsonObject extraProperties();

	/**
	 * Return properties that the workspace defines.
	 * @return properties that the workspace defines, empty when absent
	 */
	JsonObject extended();

}
