package io.contacthub.customer;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import javax.tools.ToolProvider;

import io.contacthub.event.Event;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mapstruct.ap.MappingProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The builders as MapStruct uses them, which takes the last setter of a name for the
 * setter.
 */
@DisplayName("A mapper of MapStruct")
class MapStructTests {

	private static final String MAPPER = """
			package app;

			import io.contacthub.customer.*;
			import io.contacthub.event.*;
			import java.time.LocalDate;
			import java.util.List;
			import org.mapstruct.*;

			@Mapper(unmappedTargetPolicy = ReportingPolicy.IGNORE)
			public interface FormMapper {

				@Mapping(target = "externalId", source = "accountId")
				@Mapping(target = "base.firstName", source = "firstName")
				@Mapping(target = "base.dob", source = "born")
				@Mapping(target = "base.contacts.email", source = "email")
				@Mapping(target = "base.address.geo.lat", source = "latitude")
				@Mapping(target = "base.jobs", source = "jobs")
				@Mapping(target = "tags.manual", source = "tags")
				Customer toCustomer(Form form);

				@Mapping(target = "id", source = "number")
				@Mapping(target = "jobTitle", source = "title")
				Job toJob(Position position);

				@Mapping(target = "accountId", source = "externalId")
				@Mapping(target = "firstName", source = "base.firstName")
				@Mapping(target = "born", source = "base.dob")
				@Mapping(target = "email", source = "base.contacts.email")
				@Mapping(target = "latitude", source = "base.address.geo.lat")
				@Mapping(target = "jobs", source = "base.jobs")
				@Mapping(target = "tags", source = "tags.manual")
				Form toForm(Customer customer);

				@Mapping(target = "number", source = "id")
				@Mapping(target = "title", source = "jobTitle")
				Position toPosition(Job job);

				default EventType type(String text) {
					return EventType.of(text);
				}

				@Mapping(target = "type", source = "kind")
				Event toEvent(Occurrence occurrence);

				record Form(String accountId, String firstName, LocalDate born, String email, Double latitude,
						List<Position> jobs, List<String> tags) {
				}

				record Position(String number, String title) {
				}

				record Occurrence(String kind, String customerId, LocalDate date) {
				}

			}
			""";

	@Test
	@DisplayName("builds and reads customers with all that is nested in them, and events")
	void maps(@TempDir Path folder) throws Exception {
		Class<?> mapper = compile(folder);
		Object instance = mapper.getDeclaredConstructor().newInstance();
		Object position = construct(mapper, "Position", "1", "boss");
		Object form = construct(mapper, "Form", "e1", "Ann", LocalDate.of(1980, 4, 6), "ann@example.com", 45.5,
				List.of(position), List.of("a", "b"));
		Customer customer = (Customer) call(instance, "toCustomer", form);
		assertThat(customer).isEqualTo(Customer.of(Map.of("externalId", "e1", "base",
				Map.of("firstName", "Ann", "dob", "1980-04-06", "contacts", Map.of("email", "ann@example.com"),
						"address", Map.of("geo", Map.of("lat", 45.5)), "jobs",
						List.of(Map.of("id", "1", "jobTitle", "boss"))),
				"tags", Map.of("manual", List.of("a", "b")))));
		assertThat(call(instance, "toForm", customer)).isEqualTo(form);
		Event event = (Event) call(instance, "toEvent",
				construct(mapper, "Occurrence", "loggedIn", "c1", LocalDate.of(2020, 1, 2)));
		assertThat(event.toMap())
			.isEqualTo(Map.of("type", "loggedIn", "customerId", "c1", "date", "2020-01-02T00:00:00.000Z"));
	}

	private static Class<?> compile(Path folder) throws IOException, URISyntaxException, ClassNotFoundException {
		Path source = folder.resolve("FormMapper.java");
		Files.writeString(source, MAPPER);
		String paths = location(Customer.class) + File.pathSeparator + System.getProperty("java.class.path");
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-processor", MappingProcessor.class.getName(), "-cp", paths, "-processorpath",
					paths, "-d", folder.toString(), source.toString()))
			.isZero();
		return new URLClassLoader(new URL[] { folder.toUri().toURL() }, MapStructTests.class.getClassLoader())
			.loadClass("app.FormMapperImpl");
	}

	private static String location(Class<?> type) throws URISyntaxException {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
	}

	private static Object construct(Class<?> mapper, String record, Object... values) throws Exception {
		return mapper.getClassLoader().loadClass("app.FormMapper$" + record).getDeclaredConstructors()[0]
			.newInstance(values);
	}

	private static Object call(Object mapper, String name, Object argument) throws Exception {
		for (Method method : mapper.getClass().getMethods()) {
			if (method.getName().equals(name)) {
				return method.invoke(mapper, argument);
			}
		}
		throw new IllegalArgumentException(name);
	}

}
