/**
 * The one transport to ContactHub: authentication, retry and error translation around a
 * {@code RestClient}.
 */
@NullMarked
package io.contacthub.client;

import org.jspecify.annotations.NullMarked;
