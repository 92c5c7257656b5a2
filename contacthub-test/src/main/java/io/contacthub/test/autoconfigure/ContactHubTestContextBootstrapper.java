package io.contacthub.test.autoconfigure;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * Bootstrapper of tests with {@link ContactHubTest}.
 */
class ContactHubTestContextBootstrapper extends TestSliceTestContextBootstrapper<ContactHubTest> {

}
