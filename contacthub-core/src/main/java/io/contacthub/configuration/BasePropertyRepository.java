package io.contacthub.configuration;

import java.util.List;

/**
 * The properties of customers that all workspaces share, by their names. Each method
 * makes one request.
 */
public interface BasePropertyRepository {

	/**
	 * List the properties; {@code GET /configuration/properties/base}. Needs ADMIN, USER,
	 * GUEST or TRUSTED_APPLICATION.
	 * @return all properties, in one list
	 */
	List<BaseProperty> findAll();

	/**
	 * Replace a property; {@code PUT /configuration/properties/base/{name}}. Only
	 * {@code enabled} may be changed. Needs ADMIN.
	 * @param property the property as it was read, with its changes; its name is required
	 * @return the property as it is stored now
	 * @throws IllegalArgumentException when the name is missing
	 * @throws org.springframework.dao.DataIntegrityViolationException when anything but
	 * {@code enabled} differs from what is stored
	 */
	BaseProperty replace(BaseProperty property);

}
