package io.contacthub.autoconfigure.health;

import io.contacthub.Node;

/**
 * Condition that matches when there is a node.
 */
class OnNodeCondition extends OnTypeCondition {

	OnNodeCondition() {
		super(Node.class, "ContactHub node");
	}

}
