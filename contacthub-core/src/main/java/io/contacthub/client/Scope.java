package io.contacthub.client;

/**
 * Scope of a token: what its bearer may do. That of a source is
 * {@link #TRUSTED_APPLICATION} or {@link #UNTRUSTED_APPLICATION}; the others are those of
 * users and services.
 */
public enum Scope {

	/**
	 * An administrator of the workspace.
	 */
	ADMIN,

	/**
	 * A user of the workspace.
	 */
	USER,

	/**
	 * A user who may only read.
	 */
	GUEST,

	/**
	 * A source that keeps its token to itself, such as a server.
	 */
	TRUSTED_APPLICATION,

	/**
	 * A source whose token can be seen by others, such as a page or an app.
	 */
	UNTRUSTED_APPLICATION,

	/**
	 * A reader of the changes of the workspace.
	 */
	PLATFORM_UPDATES,

	/**
	 * A data protection officer, who reads the register of consents.
	 */
	DPO

}
