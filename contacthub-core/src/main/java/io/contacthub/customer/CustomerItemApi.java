package io.contacthub.customer;

import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The operations of the API on what a customer has several of. Each kind has an interface
 * of its own, since the type of an answer is read from the method.
 *
 * @param <T> the type of the items
 */
interface CustomerItemApi<T> {

	T insert(String customerId, T item);

	T get(String customerId, String id);

	T replace(String customerId, String id, T item);

	void delete(String customerId, String id);

	/** Operations on educations. */
	@HttpExchange("/customers/{customerId}/educations")
	interface Educations extends CustomerItemApi<Education> {

		@Override
		@PostExchange
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
		Education insert(@PathVariable String customerId, @RequestBody Education item);

		@Override
		@GetExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
		Education get(@PathVariable String customerId, @PathVariable String id);

		@Override
		@PutExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
		Education replace(@PathVariable String customerId, @PathVariable String id, @RequestBody Education item);

		@Override
		@DeleteExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
		void delete(@PathVariable String customerId, @PathVariable String id);

	}

	/** Operations on jobs. */
	@HttpExchange("/customers/{customerId}/jobs")
	interface Jobs extends CustomerItemApi<Job> {

		@Override
		@PostExchange
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
		Job insert(@PathVariable String customerId, @RequestBody Job item);

		@Override
		@GetExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
		Job get(@PathVariable String customerId, @PathVariable String id);

		@Override
		@PutExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
		Job replace(@PathVariable String customerId, @PathVariable String id, @RequestBody Job item);

		@Override
		@DeleteExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
		void delete(@PathVariable String customerId, @PathVariable String id);

	}

	/** Operations on likes. */
	@HttpExchange("/customers/{customerId}/likes")
	interface Likes extends CustomerItemApi<Like> {

		@Override
		@PostExchange
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
		Like insert(@PathVariable String customerId, @RequestBody Like item);

		@Override
		@GetExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
		Like get(@PathVariable String customerId, @PathVariable String id);

		@Override
		@PutExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
		Like replace(@PathVariable String customerId, @PathVariable String id, @RequestBody Like item);

		@Override
		@DeleteExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
		void delete(@PathVariable String customerId, @PathVariable String id);

	}

	/** Operations on subscriptions. */
	@HttpExchange("/customers/{customerId}/subscriptions")
	interface Subscriptions extends CustomerItemApi<Subscription> {

		@Override
		@PostExchange
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
		Subscription insert(@PathVariable String customerId, @RequestBody Subscription item);

		@Override
		@GetExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
		Subscription get(@PathVariable String customerId, @PathVariable String id);

		@Override
		@PutExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION })
		Subscription replace(@PathVariable String customerId, @PathVariable String id, @RequestBody Subscription item);

		@Override
		@DeleteExchange("/{id}")
		@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.TRUSTED_APPLICATION })
		void delete(@PathVariable String customerId, @PathVariable String id);

	}

}
