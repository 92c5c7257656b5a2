package io.contacthub.samples.desk.security;

import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Log of who has done what, a line of {@code name=value} each. It has no values of
 * customers.
 */
@Component
public class Audit {

	private static final Log logger = LogFactory.getLog("desk.audit");

	/**
	 * Note what was done.
	 * @param action what was done
	 * @param id of what it was done to: the id of a customer, an import, a filter
	 */
	public void written(AuditAction action, String id) {
		written(action, id, Map.of());
	}

	/**
	 * Note what was done, with more about it.
	 * @param action what was done
	 * @param id of what it was done to
	 * @param details names and figures or words that tell nothing of a customer
	 */
	public void written(AuditAction action, String id, Map<String, ?> details) {
		StringBuilder line = new StringBuilder("user=").append(line(user()))
			.append(" action=")
			.append(action.words())
			.append(' ')
			.append(action.subject())
			.append('=')
			.append(line(id));
		new TreeMap<>(details)
			.forEach((name, value) -> line.append(' ').append(name).append('=').append(line(value.toString())));
		logger.info(line);
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
