package com.example.security;

// tag::details[]
import java.util.function.Supplier;

import io.contacthub.autoconfigure.ContactHubConnectionDetails;

/** Declared as a bean, it takes the place of the properties of the connection. */
class RotatingConnection implements ContactHubConnectionDetails {

	private final Supplier<String> vault;

	RotatingConnection(Supplier<String> vault) {
		this.vault = vault;
	}

	@Override
	public String getWorkspaceId() {
		return "0aea7919-57cd-4260-910e-8b1ae53a7259";
	}

	@Override
	public String getToken() {
		// asked at start and at every request, so it must be quick
		return this.vault.get();
	}

	@Override
	public String getNodeId() {
		return "91316725-a4c2-420b-a3f3-2556b3630444";
	}

}
// end::details[]
