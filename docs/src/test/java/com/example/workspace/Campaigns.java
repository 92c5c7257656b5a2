package com.example.workspace;

import java.util.Map;

import io.contacthub.Workspace;

/**
 * Use of an operation that the library does not have.
 */
class Campaigns {

	// tag::use[]
	Map<String, Object> campaign(Workspace workspace, String id) {
		return workspace.client().createApi(CampaignApi.class).get(id);
	}
	// end::use[]

}
