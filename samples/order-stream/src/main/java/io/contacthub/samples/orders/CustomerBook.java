package io.contacthub.samples.orders;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.contacthub.customer.Customer;
import io.contacthub.messaging.CustomerChangeListener;
import io.contacthub.update.Update;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The e-mail addresses of customers by their numbers, kept as they are in ContactHub. A
 * change may come twice, so that a listener had better do what can be done twice.
 */
@Component
class CustomerBook implements CustomerChangeListener {

	private static final Log logger = LogFactory.getLog(CustomerBook.class);

	private final Map<String, String> emails = new ConcurrentHashMap<>();

	@Override
	public void customerChanged(Customer customer, Update update) {
		String number = customer.externalId();
		String email = customer.base().contacts().email();
		if (number != null && email != null) {
			this.emails.put(number, email);
			logger.info("changed   customer " + number + " has " + email + " (" + update.operation() + ")");
		}
	}

	@Nullable String email(String number) {
		return this.emails.get(number);
	}

}
