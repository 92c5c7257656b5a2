package com.example.nodes;

import io.contacthub.customer.CustomerRepository;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

// tag::outlets[]
/**
 * Counts the customers of the shop and of an outlet of the partner.
 */
@Service
public class Outlets {

	private final CustomerRepository shop;

	private final CustomerRepository outlet;

	public Outlets(@Qualifier("shop") CustomerRepository shop, @Qualifier("partner.outlet") CustomerRepository outlet) {
		this.shop = shop;
		this.outlet = outlet;
	}

	/**
	 * Count the customers of both.
	 * @return their number
	 */
	public long customers() {
		return this.shop.count() + this.outlet.count();
	}

}
// end::outlets[]
