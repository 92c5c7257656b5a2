/**
 * Files of customers and events, to be read and written in constant memory: CSV for
 * spreadsheets and other systems, JSON Lines for what must come back as it was. Start at
 * {@link io.contacthub.format.DocumentFormat}.
 */
@NullMarked
package io.contacthub.format;

import org.jspecify.annotations.NullMarked;
