/**
 * What web applications have of ContactHub when they ask for it: the session of a visitor
 * in a cookie, and failures as problem details.
 */
@NullMarked
package io.contacthub.autoconfigure.web;

import org.jspecify.annotations.NullMarked;
