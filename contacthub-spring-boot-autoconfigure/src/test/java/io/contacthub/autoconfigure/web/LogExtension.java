package io.contacthub.autoconfigure.web;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * What the classes of this package log during a test, whatever levels other tests have
 * left.
 */
class LogExtension implements BeforeEachCallback, AfterEachCallback {

	private final Logger logger = (Logger) LoggerFactory.getLogger(getClass().getPackageName());

	private ListAppender<ILoggingEvent> appender = new ListAppender<>();

	@Override
	public void beforeEach(ExtensionContext context) {
		this.appender = new ListAppender<>();
		// other threads may still log while it is read
		this.appender.list = new CopyOnWriteArrayList<>();
		this.appender.start();
		this.logger.setLevel(Level.DEBUG);
		this.logger.addAppender(this.appender);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(null);
	}

	String text() {
		return this.appender.list.stream().map(LogExtension::line).collect(Collectors.joining("\n"));
	}

	private static String line(ILoggingEvent event) {
		String thrown = (event.getThrowableProxy() != null) ? event.getThrowableProxy().getMessage() : "";
		return event.getLevel() + " " + event.getFormattedMessage() + thrown;
	}

}
