package io.contacthub.samples.desk.security;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Log of who has changed which customer. It has no values of customers.
 */
@Component
public class Audit {

	private static final Log logger = LogFactory.getLog("desk.audit");

	/**
	 * Note a change.
	 * @param action what was done, such as {@code customer.edit}
	 * @param customerId the customer, or another id for what is done to many
	 */
	public void written(String action, String customerId) {
		logger.info("user=" + line(user()) + " action=" + line(action) + " customer=" + line(customerId));
	}

	private static String user() {
		Authentication user = SecurityContextHolder.getContext().getAuthentication();
		return (user != null) ? user.getName() : "-";
	}

	/**
	 * Return a text that cannot forge a line of the log.
	 */
	private static String line(String text) {
		return text.replaceAll("[\\s\\p{Cntrl}]+", "_");
	}

}
