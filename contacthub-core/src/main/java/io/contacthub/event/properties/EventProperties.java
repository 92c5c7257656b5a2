package io.contacthub.event.properties;

import io.contacthub.json.ApiObject;
import io.contacthub.json.ReadAs;

/**
 * The properties of an event. There is a record for each type that this library knows,
 * and {@link FreeEventProperties} for all others.
 */
@ReadAs(FreeEventProperties.class)
public interface EventProperties extends ApiObject {

}
