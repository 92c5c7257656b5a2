package io.contacthub.samples.desk.change;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerItemRepository;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Subscription;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/**
 * What forms change of a customer, merged with what others have changed meanwhile.
 * <p>
 * ContactHub knows no versions: what another program changes between the two requests of
 * a change is not noticed, and the later one remains. Those who change a customer at this
 * desk take turns.
 */
@Component
class CustomerChanges {

	private final CustomerRepository customers;

	private final CustomerTurns turns;

	private final Audit audit;

	CustomerChanges(CustomerRepository customers, CustomerTurns turns, Audit audit) {
		this.customers = customers;
		this.turns = turns;
		this.audit = audit;
	}

	/**
	 * Send what a form changes, and nothing that is so already.
	 * @return whether anything was sent
	 * @throws ConcurrentChangeException if somebody else has changed the same
	 * @throws DeletedMeanwhileException if the customer is not there any more
	 */
	boolean save(String id, InputForm form) {
		return this.turns.take(id, () -> saveAlone(id, form));
	}

	/**
	 * Change an element of a list of a customer.
	 * @return whether anything was sent
	 * @throws ConcurrentChangeException if somebody else has changed the same
	 * @throws DeletedMeanwhileException if it is not there any more
	 */
	boolean save(String id, ItemList<?> list, String item, InputForm form) {
		return this.turns.take(id, () -> {
			try {
				return list.change(this.customers, id, item, form);
			}
			catch (EmptyResultDataAccessException ex) {
				throw new DeletedMeanwhileException(form, ex);
			}
		});
	}

	/**
	 * Switch a subscription of a customer, and leave alone all else that it says.
	 * @return whether anything was sent
	 * @throws DeletedMeanwhileException if it is not there any more
	 */
	boolean switchSubscription(String id, String item, boolean subscribed) {
		return this.turns.take(id, () -> {
			try {
				CustomerItemRepository<Subscription> subscriptions = this.customers.subscriptions(id);
				Subscription stored = subscriptions.getById(item);
				if (Boolean.valueOf(subscribed).equals(stored.subscribed())) {
					return false;
				}
				subscriptions.replace(stored.withSubscribed(subscribed));
				return true;
			}
			catch (EmptyResultDataAccessException ex) {
				throw new DeletedMeanwhileException(InputForm.none(), ex);
			}
		});
	}

	private boolean saveAlone(String id, InputForm form) {
		Customer stored;
		try {
			stored = this.customers.getById(id);
		}
		catch (EmptyResultDataAccessException ex) {
			throw new DeletedMeanwhileException(form, ex);
		}
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
