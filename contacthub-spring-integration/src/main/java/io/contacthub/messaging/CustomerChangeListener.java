package io.contacthub.messaging;

import io.contacthub.customer.Customer;
import io.contacthub.update.Update;

/**
 * Listener that is told of each customer that was created, updated or deleted. With
 * Spring Boot a bean of this type is called; several are called in their order, one after
 * the other. <pre class="code">
 * &#064;Bean
 * CustomerChangeListener welcome(Mailer mailer) {
 *     return (customer, update) -&gt; {
 *         if (update.is(UpdateOperation.CREATE)) {
 *             mailer.welcome(customer.id());
 *         }
 *     };
 * }</pre>
 * <p>
 * It is called once for each change, and again after a failure: when it throws, when
 * another listener throws for the same change, or when the process ended before all of a
 * page were handled. So it should do no harm to be told twice.
 */
@FunctionalInterface
public interface CustomerChangeListener {

	/**
	 * Take note of a change.
	 * @param customer the customer, with as many members as ContactHub tells, after a
	 * deletion perhaps its id alone
	 * @param update what was done, see {@link Update#is}
	 * @throws Exception when the change could not be handled, which is then told again
	 */
	void customerChanged(Customer customer, Update update) throws Exception;

}
