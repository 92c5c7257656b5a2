package io.contacthub.test;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/**
 * Listener that has the recorders of a context forget what earlier tests have published.
 */
class EventRecorderTestExecutionListener extends AbstractTestExecutionListener {

	// when the test has its turn on the emulator
	private static final int ORDER = DependencyInjectionTestExecutionListener.ORDER + 901;

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void beforeTestMethod(TestContext testContext) {
		if (testContext.hasApplicationContext()) {
			BeanFactoryUtils
				.beansOfTypeIncludingAncestors(testContext.getApplicationContext(), EventRecorder.class, false, false)
				.values()
				.forEach(EventRecorder::clear);
		}
	}

}
