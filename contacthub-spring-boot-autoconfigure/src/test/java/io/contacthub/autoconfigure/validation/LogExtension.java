package io.contacthub.autoconfigure.validation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * What this library and the one for JSON Schema log during a test, whatever levels other
 * tests have left.
 */
class LogExtension implements BeforeEachCallback, AfterEachCallback {

	private final List<Logger> loggers = Stream.of("io.contacthub", "com.networknt")
		.map((name) -> (Logger) LoggerFactory.getLogger(name))
		.toList();

	private ListAppender<ILoggingEvent> appender = new ListAppender<>();

	@Override
	public void beforeEach(ExtensionContext context) {
		this.appender = new ListAppender<>();
		// other threads may still log while it is read
		this.appender.list = new CopyOnWriteArrayList<>();
		this.appender.start();
		this.loggers.forEach((logger) -> {
			logger.setLevel(Level.TRACE);
			logger.addAppender(this.appender);
		});
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.loggers.forEach((logger) -> {
			logger.detachAppender(this.appender);
			logger.setLevel(null);
		});
	}

	/**
	 * Return all that is logged.
	 */
	String text() {
		return events().map((event) -> event.getLoggerName() + " " + event.getFormattedMessage())
			.collect(Collectors.joining("\n"));
	}

	/**
	 * Return what is logged of validation at a level.
	 */
	List<String> messages(Level level) {
		return events()
			.filter((event) -> event.getLevel() == level && event.getLoggerName().equals("io.contacthub.validation"))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	List<String> warnings() {
		return messages(Level.WARN);
	}

	private Stream<ILoggingEvent> events() {
		return List.copyOf(this.appender.list).stream();
	}

}
