package io.contacthub.samples.desk.shop;

import io.contacthub.customer.SessionId;
import io.contacthub.event.properties.ViewedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The pages that a visitor of the shop looks at. A visitor who has agreed has a session;
 * each view is an event of that session.
 */
@Controller
@RequestMapping("/shop")
class ShopController {

	private final Catalogue catalogue;

	private final Visits visits;

	ShopController(Catalogue catalogue, Visits visits) {
		this.catalogue = catalogue;
		this.visits = visits;
	}

	@GetMapping
	String products(@Nullable SessionId visitor, Model model) {
		this.visits.note(visitor, ViewedPage.builder().path("/shop").title("Products").url(address()).build());
		model.addAttribute("products", this.catalogue.products());
		return "shop/products";
	}

	@GetMapping("/products/{id}")
	String product(@PathVariable String id, @Nullable SessionId visitor, Model model) {
		Product product = this.catalogue.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		this.visits.note(visitor, product.viewed(address()));
		model.addAttribute("product", product);
		return "shop/product";
	}

	private static String address() {
		return ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString();
	}

}
