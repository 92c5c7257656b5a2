package io.contacthub.samples.desk.change;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;

import org.springframework.stereotype.Component;

/**
 * What forms change of a customer, merged with what others have changed meanwhile.
 * <p>
 * ContactHub knows no versions: what somebody changes between the two requests of a
 * change is not noticed, and the later one remains.
 */
@Component
class CustomerChanges {

	private final CustomerRepository customers;

	private final Audit audit;

	CustomerChanges(CustomerRepository customers, Audit audit) {
		this.customers = customers;
		this.audit = audit;
	}

	/**
	 * Send what a form changes, and nothing that is so already.
	 * @return whether anything was sent
	 * @throws ConcurrentChangeException if somebody else has changed the same
	 */
	boolean save(String id, InputForm form) {
		Customer stored = this.customers.getById(id);
		form.refuseCollisions(stored.toMap());
		CustomerPatch patch = CustomerPatch.between(stored, form.patch().applyTo(stored));
		if (patch.isEmpty()) {
			return false;
		}
		this.customers.patch(id, patch);
		this.audit.written(AuditAction.CUSTOMER_CHANGE, id);
		return true;
	}

}
