package io.contacthub.event.context;

import io.contacthub.json.ApiObject;
import io.contacthub.json.ReadAs;

/**
 * The context information of an event. There is a record for each context that this
 * library knows, and {@link FreeContextInfo} for all others.
 */
@ReadAs(FreeContextInfo.class)
public interface ContextInfo extends ApiObject {

}
