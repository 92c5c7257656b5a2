package io.contacthub.samples.desk.security;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties that say who may work at the desk.
 *
 * @param users the users by their names
 * @param sessionTimeout how long somebody stays logged in who does nothing
 */
@ConfigurationProperties("desk")
record DeskProperties(@DefaultValue Map<String, User> users, @DefaultValue("8h") Duration sessionTimeout) {

	/**
	 * One who may work at the desk.
	 *
	 * @param password the password, plain or encoded with the name of its encoding in
	 * front
	 * @param role what the user may do
	 */
	record User(String password, @DefaultValue("reader") Role role) {

		@Override
		public String toString() {
			return this.role.name();
		}

	}

	/**
	 * What a user may do.
	 */
	enum Role {

		/**
		 * Look at customers, and take them along in a file.
		 */
		READER,

		/**
		 * All that readers may, and change customers.
		 */
		EDITOR

	}

}
