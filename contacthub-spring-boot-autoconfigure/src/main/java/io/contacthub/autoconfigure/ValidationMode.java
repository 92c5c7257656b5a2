package io.contacthub.autoconfigure;

/**
 * What happens to a document that does not fit the schemas of the workspace. For this
 * library.
 */
public enum ValidationMode {

	/** It is not looked at. */
	OFF,

	/** It is logged and sent. */
	LOG,

	/** It is refused before it is sent. */
	REJECT

}
