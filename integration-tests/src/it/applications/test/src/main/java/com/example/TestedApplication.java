package com.example;

import java.lang.reflect.Method;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import io.contacthub.test.autoconfigure.ContactHubTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContextManager;

/**
 * Runs a test, as a test framework does.
 */
@SpringBootApplication
public class TestedApplication {

	public static void main(String[] arguments) throws Exception {
		TestContextManager manager = new TestContextManager(CustomerTests.class);
		CustomerTests tests = new CustomerTests();
		Method method = CustomerTests.class.getDeclaredMethod("countsCustomers");
		manager.prepareTestInstance(tests);
		manager.beforeTestMethod(tests, method);
		tests.countsCustomers();
		manager.afterTestMethod(tests, method, null);
		manager.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
	}

	@ContactHubTest
	@AutoConfigureContactHubEmulator(customers = 5)
	static class CustomerTests {

		@Autowired
		private CustomerRepository customers;

		void countsCustomers() {
			System.out.println("counted " + this.customers.count(Query.all()));
		}

	}

}
