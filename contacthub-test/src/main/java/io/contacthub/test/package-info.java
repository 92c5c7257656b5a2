/**
 * An in-memory ContactHub for tests and for development without an account: the API's
 * operations behind WireMock's server.
 */
@NullMarked
package io.contacthub.test;

import org.jspecify.annotations.NullMarked;
