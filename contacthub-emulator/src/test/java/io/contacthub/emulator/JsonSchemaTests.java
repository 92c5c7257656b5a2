package io.contacthub.emulator;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for schemas in files.
 */
@DisplayName("A JSON Schema in a file")
class JsonSchemaTests {

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("refuses values with their place, in the words of the emulator")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{'required':['a']}                                      | {}                 | /p/a required property is missing
					{'additionalProperties':false}                          | {'a/b~c':1}        | /p/a~1b~0c unknown property
					{'properties':{'a':{'type':'integer'}}}                 | {'a':'1'}          | /p/a expected integer
					{'properties':{'a':{'type':['integer','null']}}}        | {'a':'1'}          | /p/a expected integer or null
					{'properties':{'a':{'items':{'type':'string'}}}}        | {'a':['x',1]}      | /p/a/1 expected string
					{'properties':{'a':{'enum':['x','y']}}}                 | {'a':'z'}          | /p/a expected one of x, y
					{'properties':{'a':{'maximum':5}}}                      | {'a':5.01}         | /p/a expected maximum 5
					{'properties':{'a':{'pattern':'^x+$'}}}                 | {'a':'xy'}         | /p/a expected pattern '^x+$'
					{'properties':{'a':{'format':'date-time'}}}             | {'a':'2017-03-02'} | /p/a expected date-time
					{'properties':{'a':{'format':'datetime'}}}              | {'a':'soon'}       | /p/a expected datetime
					{'properties':{'a':{'format':'date'}}}                  | {'a':'2017-13-02'} | /p/a expected date
					{'properties':{'a':{'format':'email'}}}                 | {'a':'nobody'}     | /p/a expected email
					{'properties':{'a':{'format':'url'}}}                   | {'a':'a b'}        | /p/a expected url
					{'properties':{'a':{'format':'ipv4'}}}                  | {'a':'1.2.3.4/33'} | /p/a expected ipv4
					{'properties':{'a':{'format':'ipv6'}}}                  | {'a':'1.2.3.4'}    | /p/a expected ipv6
					{'properties':{'a':{'format':'hostname'}}}              | {'a':'-'}          | /p/a expected hostname
					{'properties':{'a':{'uniqueItems':true}}}               | {'a':[1,1]}        | /p/a expected uniqueItems true
					{'properties':{'a':false}}                              | {'a':1}            | /p/a not allowed here
					{'properties':{'a':{'oneOf':[{'minimum':2},{'maximum':2}]}}} | {'a':2}       | /p/a expected oneOf [{'minimum':2},{'maximum':2}]
					""")
	void refusesValues(String schema, String value, String violation) throws IOException {
		assertThat(check(schema, value)).containsExactly(violation.replace('\'', '"'));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("takes what it describes, with dates in the forms of the API and keywords that nobody knows")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{'properties':{'a':{'format':'date-time'}}}   | {'a':'2017-03-02T12:12:53.074+0000'}
					{'properties':{'a':{'format':'date-time'}}}   | {'a':'2017-03-02T12:12:53Z'}
					{'properties':{'a':{'format':'ipv4'}}}        | {'a':'192.168.1.1/16'}
					{'properties':{'a':{'format':'unheardOf'}}}   | {'a':'x'}
					{'properties':{'a':{'type':'string','contactlabProperties':{'label':'A','enabled':true}}},'unheardOf':1} | {'a':'x'}
					true                                          | {'a':'x'}
					{'properties':{'id':{'type':'string'}}}       | {'id':'x'}
					{'properties':{'a':{'enum':[{'id':'x'}]}}}    | {'a':{'id':'x'}}
					""")
	void takesValues(String schema, String value) throws IOException {
		assertThat(check(schema, value)).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("may be of any draft from 4 on, and of ContactHub's own")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			'$schema':'http://json-schema.org/draft-04/schema#','maximum':5,'exclusiveMaximum':true
			'$schema':'http://json-schema.org/draft-06/schema#','exclusiveMaximum':5
			'$schema':'http://json-schema.org/draft-07/schema#','if':{'minimum':5},'then':false
			'$schema':'http://json-schema.org/draft-07/schema','if':{'minimum':5},'then':false
			'$schema':'https://json-schema.org/draft/2019-09/schema','exclusiveMaximum':5
			'$schema':'https://json-schema.org/draft/2020-12/schema','exclusiveMaximum':5
			'exclusiveMaximum':5
			'$schema':'http://api.contactlab.it/hub#','maximum':5,'exclusiveMaximum':true
			'$schema':'http://api.contactlab.it/hub#','type':'string/null'
			""")
	void knowsDrafts(String members) throws IOException {
		assertThat(check("{" + members + "}", "5")).hasSize(1);
		assertThat(check("{" + members + "}", members.contains("string/null") ? "null" : "4")).isEmpty();
	}

	@Test
	@DisplayName("may refer to itself and to files beside it, whatever its id is")
	void refersToFiles() throws IOException {
		Files.createDirectories(this.folder.resolve("parts"));
		write("parts/common.json", "{'$schema':'http://api.contactlab.it/hub#','definitions':{'code':{'maxLength':3},"
				+ "'codes':{'items':{'$ref':'#/definitions/code'}}}}");
		String schema = "{'$id':'https://example.com/own.json','$defs':{'code':{'$ref':'parts/common.json#/definitions/code'}},"
				+ "'properties':{'a':{'$ref':'#/$defs/code'},'b':{'$ref':'parts/common.json#/definitions/codes'},"
				+ "'next':{'$ref':'#'}}}";
		assertThat(check(schema, "{'a':'abcd','b':['abc','abcd'],'next':{'next':{'a':'abcd'}}}"))
			.containsExactlyInAnyOrder("/p/a expected maxLength 3", "/p/b/1 expected maxLength 3",
					"/p/next/next/a expected maxLength 3");
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("that cannot be used is refused at once, with file, place and reason")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{'type':                                                | own.json is no JSON, line 1: Unexpected end-of-input
					[]                                                      | own.json is no JSON Schema, but []
					""                                                      | own.json is no JSON Schema, but empty
					{'type':'strin'}                                        | own.json: /type expected one of array, boolean, integer
					{'properties':{'a':{'minimum':'x'}}}                    | own.json: /properties/a/minimum expected number
					{'properties':{'a':{'pattern':'('}}}                    | own.json: /properties/a/pattern expected regex
					{'$schema':'https://example.com/own'}                   | own.json: /$schema unknown 'https://example.com/own', known are http://json-schema.org/draft-04/schema#
					{'properties':{'a':{'$ref':'#/definitions/a'}}}         | own.json: /properties/a/$ref refers to #/definitions/a, which is not there
					{'items':[{'$ref':'other.json'}]}                       | own.json: /items/0/$ref refers to
					{'$ref':'https://api.contactlab.it/enums.json#/a'}      | own.json: /$ref refers to https://api.contactlab.it/enums.json#/a, which is no file: nothing is loaded from elsewhere
					{'$ref':'other.yaml'}                                   | own.json: /$ref refers to other.yaml, whose name does not end with .json
					{'$ref':'#'}                                            | own.json: refers to itself without end
					""")
	void brokenSchemaIsRefused(String schema, String reason) throws IOException {
		Path file = write("own.json", schema.replace("'items'", "'allOf'"));
		assertThatIllegalArgumentException().isThrownBy(() -> OwnSchemas.read(file))
			.withMessageStartingWith(this.folder.toAbsolutePath().toString())
			.withMessageContaining(reason.replace("/items/", "/allOf/"));
	}

	@Test
	@DisplayName("that does not exist, or refers to what does not, is told with both names")
	void missingFilesAreTold() throws IOException {
		assertThatIllegalArgumentException().isThrownBy(() -> OwnSchemas.read(this.folder.resolve("none.json")))
			.withMessageContaining("none.json does not exist");
		Path file = write("own.json", "{'properties':{'a':{'$ref':'none.json#/a'}}}");
		assertThatIllegalArgumentException().isThrownBy(() -> OwnSchemas.read(file))
			.withMessageMatching(".*own\\.json: /properties/a/\\$ref refers to .*none\\.json does not exist");
		write("other.json", "{'properties':[]}");
		write("own.json", "{'allOf':[{'$ref':'other.json'}]}");
		assertThatIllegalArgumentException().isThrownBy(() -> OwnSchemas.read(file))
			.withMessageContaining("other.json: /properties expected object");
	}

	@Test
	@DisplayName("that never ends refuses a value instead of ending the stack")
	void endlessSchemaRefusesValue() throws IOException {
		assertThat(check("{'properties':{'a':{'$ref':'#/properties/a'}}}", "{'a':1}"))
			.containsExactly("/p/a is nested too deep");
	}

	@Test
	@DisplayName("says the same in any language")
	void languageIsNoMatter() throws IOException {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.ITALY);
			assertThat(check("{'properties':{'a':{'minLength':3}}}", "{'a':'x'}"))
				.containsExactly("/p/a expected minLength 3");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	@DisplayName("defines the event type of its name, as does each in a folder")
	void definesEventTypes() throws IOException {
		Path single = write("tastedWine.json", "{'required':['wine']}");
		Files.createDirectories(this.folder.resolve("types/parts"));
		write("types/b.json", "{}");
		write("types/a.json", "{'$ref':'parts/c.json'}");
		write("types/parts/c.json", "{}");
		write("types/readme.txt", "no schema");
		Map<String, Schema> types = OwnSchemas.eventTypes(List.of("free"),
				List.of(single, this.folder.resolve("types")));
		assertThat(types.keySet()).containsExactly("free", "tastedWine", "a", "b");
		List<Violation> violations = new ArrayList<>();
		types.get("tastedWine").check(Json.object(), "/properties", violations);
		assertThat(violations).containsExactly(new Violation("/properties/wine", "required property is missing"));
	}

	@ParameterizedTest
	@DisplayName("cannot define an event type that ContactHub has")
	@ValueSource(booleans = { true, false })
	void ownTypesOfContactHubStay(boolean free) throws IOException {
		Path file = write("viewedPage.json", "{}");
		assertThatIllegalArgumentException().isThrownBy(
				() -> OwnSchemas.eventTypes(free ? List.of("viewedPage") : List.of(), free ? List.of() : List.of(file)))
			.withMessageEndingWith("the event type viewedPage is ContactHub's own and cannot be defined again");
	}

	@Test
	@DisplayName("cannot define an event type that is defined already, nor have another name")
	void typesAreDefinedOnce() throws IOException {
		Path file = write("own.json", "{}");
		assertThatIllegalArgumentException().isThrownBy(() -> OwnSchemas.eventTypes(List.of("own"), List.of(file)))
			.withMessageEndingWith("own.json: the event type own is defined already");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> OwnSchemas.eventTypes(List.of(), List.of(write("own.txt", "{}"))))
			.withMessageEndingWith("own.txt: the name of a JSON Schema has to end with .json");
		Path empty = Files.createDirectories(this.folder.resolve("empty"));
		assertThatIllegalArgumentException().isThrownBy(() -> OwnSchemas.eventTypes(List.of(), List.of(empty)))
			.withMessageEndingWith("empty: there is no file .json in this folder");
	}

	@Test
	@DisplayName("needs a library, and says which when it is not there")
	void libraryIsNamed() throws Exception {
		Path file = write("own.json", "{}");
		try (URLClassLoader without = without("json-schema-validator")) {
			Throwable failure = catchThrowable(() -> {
				Method read = without.loadClass(OwnSchemas.class.getName()).getDeclaredMethod("read", Path.class);
				read.setAccessible(true);
				read.invoke(null, file);
			});
			assertThat(failure).rootCause().isInstanceOf(ClassNotFoundException.class);
			assertThat(failure.getCause()).isInstanceOf(IllegalArgumentException.class)
				.hasMessageEndingWith(
						"own.json: JSON Schemas need the dependency com.networknt:json-schema-validator, which is missing");
		}
	}

	@Test
	@DisplayName("that a request sends needs the library, and says which, too")
	void libraryIsNamedToRequests() throws Exception {
		try (URLClassLoader without = without("json-schema-validator")) {
			Class<?> object = without.loadClass(ObjectNode.class.getName());
			Method make = without.loadClass(Json.class.getName()).getDeclaredMethod("object");
			make.setAccessible(true);
			Method of = without.loadClass(OwnSchemas.class.getName()).getDeclaredMethod("of", object);
			of.setAccessible(true);
			Object schema = make.invoke(null);
			assertThat(catchThrowable(() -> of.invoke(null, schema)).getCause())
				.isInstanceOf(UnsupportedOperationException.class)
				.hasMessage("JSON Schemas need the dependency com.networknt:json-schema-validator, which is missing");
		}
	}

	/**
	 * Returns the class path of the tests without one of its libraries.
	 */
	static URLClassLoader without(String library) {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		URL[] rest = Stream.of(classPath.split(File.pathSeparator))
			.filter((entry) -> !entry.contains(library))
			.map((entry) -> url(Path.of(entry)))
			.toArray(URL[]::new);
		return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
	}

	private static URL url(Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<String> check(String schema, String value) throws IOException {
		JsonNode node = JsonMapper.shared().readTree(value.replace('\'', '"'));
		List<Violation> violations = new ArrayList<>();
		OwnSchemas.read(write("own.json", schema)).check(node, "/p", violations);
		return violations.stream().map((violation) -> violation.path() + " " + violation.message()).toList();
	}

	private Path write(String name, String content) throws IOException {
		return Files.writeString(this.folder.resolve(name), content.replace('\'', '"'));
	}

}
