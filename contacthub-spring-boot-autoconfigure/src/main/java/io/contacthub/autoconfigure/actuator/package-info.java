/**
 * Protection of ContactHub's secrets, for applications with the Actuator. All of it is in
 * {@link io.contacthub.autoconfigure.actuator.ContactHubActuatorAutoConfiguration}.
 */
@NullMarked
package io.contacthub.autoconfigure.actuator;

import org.jspecify.annotations.NullMarked;
