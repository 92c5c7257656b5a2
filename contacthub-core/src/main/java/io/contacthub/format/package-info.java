/**
 * Files of customers and events, to be read and written in constant memory. Start at
 * {@link io.contacthub.format.DocumentFormat}.
 */
@NullMarked
package io.contacthub.format;

import org.jspecify.annotations.NullMarked;
