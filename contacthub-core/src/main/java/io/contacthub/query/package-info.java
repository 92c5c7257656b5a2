/**
 * Queries of customers: fields name parts of a customer, criteria say what they must be,
 * a query combines criteria, and a projection asks for some fields only. Start at
 * {@link io.contacthub.query.Query}; the fields of a customer are the constants of
 * {@code CustomerFields} in {@code io.contacthub.customer}.
 */
@NullMarked
package io.contacthub.query;

import org.jspecify.annotations.NullMarked;
