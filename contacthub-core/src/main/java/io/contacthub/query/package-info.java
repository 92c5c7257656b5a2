/**
 * The fields of a customer, by which parts of it are named.
 */
@NullMarked
package io.contacthub.query;

import org.jspecify.annotations.NullMarked;
