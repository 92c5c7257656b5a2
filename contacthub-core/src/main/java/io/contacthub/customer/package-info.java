/**
 * Customers of a node, and what they are made of. Start at
 * {@link io.contacthub.customer.CustomerRepository}; what it stores is a
 * {@link io.contacthub.customer.Customer}, and what it changes a
 * {@link io.contacthub.customer.CustomerPatch}. The fields of a customer, by which
 * patches, queries, projections and orders name them, are the constants of
 * {@link io.contacthub.customer.CustomerFields}.
 */
@NullMarked
package io.contacthub.customer;

import org.jspecify.annotations.NullMarked;
