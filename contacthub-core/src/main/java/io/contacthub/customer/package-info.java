/**
 * Customers of a node.
 */
@NullMarked
package io.contacthub.customer;

import org.jspecify.annotations.NullMarked;
