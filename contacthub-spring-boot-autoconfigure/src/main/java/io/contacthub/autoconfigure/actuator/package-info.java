/**
 * Protection of ContactHub's secrets, for applications with the Actuator.
 */
@NullMarked
package io.contacthub.autoconfigure.actuator;

import org.jspecify.annotations.NullMarked;
