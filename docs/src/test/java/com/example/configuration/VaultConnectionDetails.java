package com.example.configuration;

import io.contacthub.autoconfigure.ContactHubConnectionDetails;

import org.springframework.stereotype.Component;

// tag::details[]
/**
 * Says where ContactHub is, with a token that changes.
 */
@Component
public class VaultConnectionDetails implements ContactHubConnectionDetails {

	private final Vault vault;

	public VaultConnectionDetails(Vault vault) {
		this.vault = vault;
	}

	@Override
	public String getWorkspaceId() {
		return "0aea7919-57cd-4260-910e-8b1ae53a7259";
	}

	@Override
	public String getNodeId() {
		return "91316725-a4c2-420b-a3f3-2556b3630444";
	}

	@Override
	public String getToken() {
		// at every request: let the vault keep it for a while
		return this.vault.read("contacthub-token");
	}

}
// end::details[]
