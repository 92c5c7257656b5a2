/**
 * Events of customers.
 */
@NullMarked
package io.contacthub.event;

import org.jspecify.annotations.NullMarked;
