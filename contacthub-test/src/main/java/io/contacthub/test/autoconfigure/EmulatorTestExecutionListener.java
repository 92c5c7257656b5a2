package io.contacthub.test.autoconfigure;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/**
 * Listener that has each test begin and end its turn on the emulator of its context.
 */
class EmulatorTestExecutionListener extends AbstractTestExecutionListener {

	// the turn begins before, and ends after, other listeners use or close the context
	private static final int ORDER = DependencyInjectionTestExecutionListener.ORDER + 900;

	private static final String TURNS = EmulatorTurns.class.getName();

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void beforeTestMethod(TestContext testContext) throws Exception {
		if (TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(),
				AutoConfigureContactHubEmulator.class)) {
			EmulatorTurns turns = testContext.getApplicationContext().getBean(EmulatorTurns.class);
			turns.begin();
			// the context may be closed, and another one in its place, when the test ends
			testContext.setAttribute(TURNS, turns);
		}
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.removeAttribute(TURNS) instanceof EmulatorTurns turns) {
			turns.end();
		}
	}

}
