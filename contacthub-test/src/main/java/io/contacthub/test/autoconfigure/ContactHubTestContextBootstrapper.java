package io.contacthub.test.autoconfigure;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * Sets up tests with {@link ContactHubTest}.
 */
class ContactHubTestContextBootstrapper extends TestSliceTestContextBootstrapper<ContactHubTest> {

}
