package com.example.visitors;

// tag::controller[]
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.properties.ViewedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of the products. */
@Controller
class ProductController {

	private final EventPublisher events;

	ProductController(EventPublisher events) {
		this.events = events;
	}

	@GetMapping("/products/{id}")
	String product(@PathVariable String id, @Nullable SessionId visitor) {
		if (visitor != null) { // who has agreed
			this.events.publish(
					Event.of(ViewedPage.builder().path("/products/" + id).build()).in(EventContext.WEB).by(visitor));
		}
		return "product";
	}

}
// end::controller[]
