package com.example.newsletter;

// tag::controller[]
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page behind the link in each newsletter. */
@Controller
class Unsubscription {

	private final Newsletter newsletter;

	private final Links links;

	Unsubscription(Newsletter newsletter, Links links) {
		this.newsletter = newsletter;
		this.links = links;
	}

	@PostMapping("/unsubscribe/{secret}")
	String unsubscribe(@PathVariable String secret) {
		try {
			this.newsletter.unsubscribe(this.links.customerId(secret));
		}
		catch (EmptyResultDataAccessException ex) {
			// the customer has been deleted: there is nobody to write to any more
			return "unsubscribed";
		}
		return "unsubscribed";
	}

	/**
	 * What your application has to find the customer of a link, which nobody can guess.
	 */
	interface Links {

		String customerId(String secret);

	}

}
// end::controller[]
