package io.contacthub.autoconfigure.jdbc;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Application with classes of its own, on a class path that may lack some.
 */
public final class IsolatedApplication {

	private static final String[] PROPERTIES = { "contacthub.workspace-id=w1", "contacthub.token=t0ken",
			"contacthub.node-id=n1", "contacthub.nodes.shop=n2", "contacthub.base-url=http://localhost:1",
			"contacthub.retry.enabled=false", "contacthub.events.publisher.shutdown-timeout=0s" };

	private IsolatedApplication() {
	}

	/**
	 * Start the application without a library, as it is in memory, and publish an event.
	 */
	static Object startWithout(String... libraries) throws Exception {
		try (URLClassLoader loader = loader(null, libraries)) {
			return loader.loadClass(IsolatedApplication.class.getName()).getMethod("startInMemory").invoke(null);
		}
	}

	/**
	 * Start the application as it was processed ahead of time.
	 * @param classes the folder with its classes
	 * @param initializer the name of the class that sets it up
	 */
	static Object startProcessed(Path classes, String initializer) throws Exception {
		try (URLClassLoader loader = loader(classes)) {
			return loader.loadClass(IsolatedApplication.class.getName())
				.getMethod("startProcessed", String.class)
				.invoke(null, initializer);
		}
	}

	private static URLClassLoader loader(Path classes, String... libraries) {
		URL[] classPath = Stream
			.concat(Stream.ofNullable(classes),
					Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
						.filter((entry) -> Arrays.stream(libraries).noneMatch(entry::contains))
						.map(Path::of))
			.map(IsolatedApplication::url)
			.toArray(URL[]::new);
		return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
	}

	private static URL url(Path entry) {
		try {
			return entry.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return a context that is not refreshed yet.
	 */
	static GenericApplicationContext context(String... properties) {
		GenericApplicationContext context = new GenericApplicationContext();
		TestPropertyValues.of(PROPERTIES).and(properties).applyTo(context);
		return context;
	}

	/**
	 * Return what is told of the application that runs in memory.
	 */
	public static String startInMemory() {
		return inOwnContext(() -> {
			try (GenericApplicationContext context = context()) {
				new AnnotatedBeanDefinitionReader(context).register(AllOfContactHub.class);
				context.refresh();
				return told(context);
			}
		});
	}

	/**
	 * Return what is told of the application that was processed ahead of time.
	 */
	@SuppressWarnings("unchecked")
	public static String startProcessed(String initializer) {
		return inOwnContext(() -> {
			try (GenericApplicationContext context = context()) {
				((ApplicationContextInitializer<GenericApplicationContext>) Class.forName(initializer)
					.getDeclaredConstructor()
					.newInstance()).initialize(context);
				context.refresh();
				return told(context);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private static String inOwnContext(Supplier<String> application) {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(IsolatedApplication.class.getClassLoader());
		try {
			return application.get();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private static String told(GenericApplicationContext context) {
		EventPublisher publisher = context.getBean("contactHubEventPublisher", EventPublisher.class);
		return publisher.getClass().getSimpleName() + " "
				+ publisher.publish(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).withCustomerId("c1")) + " "
				+ context.getBean("shopContactHubEventPublisher").getClass().getSimpleName();
	}

	@ImportAutoConfiguration({ ContactHubAutoConfiguration.class, ContactHubJdbcAutoConfiguration.class })
	static class AllOfContactHub {

	}

}
