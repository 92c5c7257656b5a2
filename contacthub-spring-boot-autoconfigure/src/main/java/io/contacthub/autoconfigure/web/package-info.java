/**
 * What web applications have of ContactHub when they ask for it: the session of a visitor
 * in a cookie, and failures as problem details. Start at
 * {@link io.contacthub.autoconfigure.web.ContactHubSessionAutoConfiguration} and
 * {@link io.contacthub.autoconfigure.web.ContactHubProblemDetailsAutoConfiguration};
 * {@link io.contacthub.autoconfigure.web.ContactHubReactiveSessionAutoConfiguration} is
 * for reactive applications.
 */
@NullMarked
package io.contacthub.autoconfigure.web;

import org.jspecify.annotations.NullMarked;
