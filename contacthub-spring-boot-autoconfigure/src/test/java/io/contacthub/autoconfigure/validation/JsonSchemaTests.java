package io.contacthub.autoconfigure.validation;

import io.contacthub.client.IllegalDocumentException;
import io.contacthub.json.ContactHubJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonSchema}. All values of documents are private.
 */
@DisplayName("A schema of a workspace")
class JsonSchemaTests {

	@RegisterExtension
	final LogExtension log = new LogExtension();

	private static final String HUB = "'$schema':'http://api.contactlab.it/hub#',";

	static JsonNode json(String text) {
		return ContactHubJson.mapper().readTree(text.replace('\'', '"'));
	}

	static JsonSchema schema(String text) {
		return new JsonSchema("viewedPage", (ObjectNode) json(text));
	}

	static DocumentPart part(String value, boolean isPatch) {
		return new DocumentPart("POST /events", "the properties of 'viewedPage'", "viewedPage", "/p", json(value),
				isPatch);
	}

	private static String violations(String schema, String value) {
		return schema(schema).violations(part(value, false))
			.stream()
			.map((violation) -> violation.path() + " : " + violation.rule() + " : " + violation.found())
			.reduce("", (one, next) -> one.isEmpty() ? next : one + "; " + next);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("tells what does not fit by place, rule and kind, and never by the value")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{'required':['a']}                                   | {'b':'s3cret'}       | /p/a : required : nothing
					{'additionalProperties':false}                       | {'a/b~c':'s3cret'}   | /p/a~1b~0c : additionalProperties : text
					{'properties':{'a':{'type':'string'}}}               | {'a':53233}          | /p/a : type string : number
					{'properties':{'a':{'type':'integer'}}}              | {'a':'s3cret'}       | /p/a : type integer : text
					{'properties':{'a':{'type':'string'}}}               | {'a':{'b':'s3cret'}} | /p/a : type string : object
					{'properties':{'a':{'type':'string'}}}               | {'a':null}           | /p/a : type string : null
					{'properties':{'a':{'type':'string'}}}               | {'a':true}           | /p/a : type string : boolean
					{'properties':{'a':{'type':['integer','null']}}}     | {'a':['s3cret']}     | /p/a : type integer or null : list
					{'properties':{'a':{'type':'number/null'}}}          | {'a':'s3cret'}       | /p/a : type number or null : text
					{'properties':{'a':{'items':{'type':'string'}}}}     | {'a':['s3cret',53233]} | /p/a/1 : type string : number
					{'properties':{'a':{'enum':['x','y',1]}}}            | {'a':'s3cret'}       | /p/a : enum x, y, 1 : text
					{'properties':{'a':{'enum':['x',null]}}}             | {'a':{'s3':'s3cret'}} | /p/a : enum x, null : object
					{'properties':{'a':{'maximum':5}}}                   | {'a':53233}          | /p/a : maximum 5 : number
					{'properties':{'a':{'minItems':2}}}                  | {'a':['s3cret']}     | /p/a : minItems 2 : list
					{'properties':{'a':{'maxLength':3}}}                 | {'a':'s3cret'}       | /p/a : maxLength 3 : text
					{'properties':{'a':{'uniqueItems':true}}}            | {'a':['s3cret','s3cret']} | /p/a : uniqueItems : list
					{'properties':{'a':{'pattern':'^x+$'}}}              | {'a':'s3cret'}       | /p/a : pattern ^x+$ : text
					{'properties':{'a':{'const':'x'}}}                   | {'a':'s3cret'}       | /p/a : const x : text
					{'properties':{'a':{'format':'date-time'}}}          | {'a':'s3cret'}       | /p/a : format date-time : text
					{'properties':{'a':{'format':'date-time'}}}          | {'a':'2017-03-02'}   | /p/a : format date-time : text
					{'properties':{'a':{'format':'datetime'}}}           | {'a':'s3cret'}       | /p/a : format datetime : text
					{'properties':{'a':{'format':'date'}}}               | {'a':'2017-13-02'}   | /p/a : format date : text
					{'properties':{'a':{'format':'email'}}}              | {'a':'s3cret'}       | /p/a : format email : text
					{'properties':{'a':{'format':'uri'}}}                | {'a':'s3 cret'}      | /p/a : format uri : text
					{'properties':{'a':{'format':'url'}}}                | {'a':'s3 cret'}      | /p/a : format url : text
					{'properties':{'a':{'format':'ipv4'}}}               | {'a':'s3cret'}       | /p/a : format ipv4 : text
					{'properties':{'a':false}}                           | {'a':'s3cret'}       | /p/a : false : text
					{'properties':{'a':{'not':{}}}}                      | {'a':'s3cret'}       | /p/a : not : text
					{'properties':{'a':{'oneOf':[{'minLength':2},{'maxLength':9}]}}} | {'a':'s3cret'} | /p/a : oneOf : text
					{'properties':{'a':{'$ref':'#/definitions/x'}},'definitions':{'x':{'type':'number'}}} | {'a':'s3cret'} | /p/a : type number : text
					{'type':'object'}                                    | 's3cret'             | /p : type object : text
					""")
	void tellsWhatDoesNotFit(String schema, String value, String expected) {
		assertThat(violations("{" + HUB + schema.substring(1), value)).isEqualTo(ofDraft4(schema, expected));
		assertThat(violations(schema, value)).isEqualTo(expected);
		IllegalDocumentException ex = new IllegalDocumentException("POST /events", "the properties",
				schema(schema).violations(part(value, false)));
		assertThat(ex.toString() + ex.violations()).doesNotContain("s3cret", "s3 cret", "53233", "2017");
		assertThat(this.log.text()).doesNotContain("s3cret", "53233");
	}

	/** In draft 4 there are no schemas that are false, and no constants. */
	private static String ofDraft4(String schema, String expected) {
		return (schema.contains("const") || schema.contains("'a':false")) ? "" : expected;
	}

	@Test
	@DisplayName("tells nothing of a value that is long or deep")
	void hidesLongValues() {
		String value = "{'a':'" + "s3cret".repeat(10_000) + "','b':{'c':[{'d':'s3cret','s3':['s3cret']}]}}";
		String schema = "{'properties':{'a':{'maxLength':5},'b':{'properties':{'c':{'items':{'properties':{'d':{'type':'number'}},"
				+ "'additionalProperties':false}}}}}}";
		assertThat(violations(schema, value)).isEqualTo(
				"/p/a : maxLength 5 : text; /p/b/c/0/d : type number : text; /p/b/c/0/s3 : additionalProperties : list");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("takes what it describes, with dates in the forms of the API and keywords that nobody knows")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{'properties':{'a':{'format':'date-time'}}}   | {'a':'2017-03-02T12:12:53.074+0000'}
					{'properties':{'a':{'format':'date-time'}}}   | {'a':'2017-03-02T12:12:53Z'}
					{'properties':{'a':{'format':'date-time'}}}   | {'a':1}
					{'properties':{'a':{'format':'date'}}}        | {'a':'2017-03-02'}
					{'properties':{'a':{'format':'ipv4'}}}        | {'a':'192.168.1.1/16'}
					{'properties':{'a':{'format':'uri'}}}         | {'a':'/a/relative?one'}
					{'properties':{'a':{'format':'time'}}}        | {'a':'12:00:00Z'}
					{'properties':{'a':{'format':'unheardOf'}}}   | {'a':'x'}
					{'properties':{'a':{'type':'string','contactlabProperties':{'type':'x/y','id':'1','enabled':true}}},'unheardOf':1} | {'a':'x'}
					{'properties':{'a':{'type':'string/null'}}}   | {'a':null}
					{'properties':{'id':{'type':'string'},'type':{'type':'string'}}} | {'id':'x','type':'a/b'}
					{'properties':{'properties':{'properties':{'type':{'type':'number/null'}}}}} | {'properties':{'type':null}}
					{'properties':{'a':{'enum':[{'id':'x'}]}}}    | {'a':{'id':'x'}}
					{'id':'http://example.com/a','properties':{'a':{'$ref':'#/definitions/x'}},'definitions':{'x':{'id':'x.json'}}} | {'a':1}
					{'$id':'https://example.com/a','properties':{'a':{'$ref':'#'}}} | {'a':{}}
					{}                                            | {'a':1}
					""")
	void takesWhatItDescribes(String schema, String value) {
		assertThat(violations(schema, value)).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("may be of any draft from 4 on, and of ContactHub's own")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			'$schema':'http://json-schema.org/draft-04/schema#','maximum':5,'exclusiveMaximum':true
			'$schema':'http://json-schema.org/draft-04/schema','maximum':5,'exclusiveMaximum':true
			'$schema':'http://json-schema.org/draft-06/schema#','exclusiveMaximum':5
			'$schema':'http://json-schema.org/draft-07/schema','if':{'minimum':5},'then':false
			'$schema':'https://json-schema.org/draft/2019-09/schema','exclusiveMaximum':5
			'$schema':'https://json-schema.org/draft/2020-12/schema','exclusiveMaximum':5
			'exclusiveMaximum':5
			'$schema':'http://api.contactlab.it/hub#','maximum':5,'exclusiveMaximum':true
			'$schema':'http://api.contactlab.it/hub','maximum':5,'exclusiveMaximum':true
			""")
	void knowsDrafts(String members) {
		assertThat(violations("{" + members + "}", "5")).isNotEmpty();
		assertThat(violations("{" + members + "}", "4")).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("that cannot be used takes everything, and is told once, without loading anything from elsewhere")
	@ValueSource(strings = { "{'type':'strin'}", "{'properties':{'a':{'minimum':'x'}}}",
			"{'properties':{'a':{'pattern':'('}}}", "{'$schema':'https://example.com/own'}",
			"{'properties':{'a':{'$ref':'#/definitions/a'}}}", "{'$ref':'#'}",
			"{'properties':{'a':{'$ref':'https://localhost:1/enums.json#/a'}}}", "{'$ref':'file:///etc/hostname'}",
			"{'$ref':'classpath:jsv-messages.properties'}", "{'required':'a'}" })
	void takesEverythingWhenUnusable(String text) {
		JsonSchema schema = schema(text);
		assertThat(schema.violations(part("{'a':'s3cret'}", false))).isEmpty();
		assertThat(schema.violations(part("{'a':53233}", false))).isEmpty();
		assertThat(this.log.warnings()).singleElement()
			.asString()
			.startsWith(
					"The workspace's schema of 'viewedPage' cannot be used, so what it describes is sent unchecked: ");
		assertThat(this.log.text()).doesNotContain("s3cret", "53233");
	}

	@Test
	@DisplayName("takes what is nested deeper than anything, and takes the next one as before")
	void takesWhatIsTooDeep() {
		JsonSchema schema = schema("{'properties':{'a':{'$ref':'#'},'b':{'type':'number'}}}");
		assertThat(schema.violations(part("{'a':".repeat(400) + "{'b':'s3cret'}" + "}".repeat(400), false))).isEmpty();
		assertThat(schema.violations(part("{'b':'s3cret'}", false))).hasSize(1);
		assertThat(this.log.warnings()).isEmpty();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("does not blame a patch for what is not in it, nor for what only the whole could tell")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			{'required':['a']}                                            | {'b':1}
			{'minProperties':2}                                           | {'b':1}
			{'properties':{'a':{'required':['b']}}}                       | {'a':{'c':1}}
			{'dependentRequired':{'a':['b']}}                             | {'a':1}
			{'dependentSchemas':{'a':{'required':['b']}}}                 | {'a':1}
			{'$schema':'http://json-schema.org/draft-04/schema#','dependencies':{'a':['b']}} | {'a':1}
			{'$schema':'http://json-schema.org/draft-04/schema#','dependencies':{'a':{'required':['b']}}} | {'a':1}
			{'oneOf':[{'required':['a']},{'required':['b']}]}             | {'c':1}
			{'oneOf':[{'properties':{'c':{'type':'string'}}},{'properties':{'c':{'type':'list'}}}]} | {'c':1}
			{'anyOf':[{'required':['a']},{'properties':{'c':{'items':{'type':'string'}}}}]} | {'c':[1]}
			{'not':{'properties':{'c':{'type':'number'}}}}                | {'c':1}
			{'if':{'required':['c']},'then':{'properties':{'c':{'type':'string'}}}} | {'c':1}
			{'if':{'required':['d']},'else':{'properties':{'c':{'type':'string'}}}} | {'c':1}
			{'allOf':[{'required':['a']}]}                                | {'b':1}
			{'properties':{'a':{'$ref':'#/$defs/x'}},'$defs':{'x':{'required':['b']}}} | {'a':{}}
			{'additionalProperties':{'required':['b']}}                   | {'a':{}}
			""")
	void blamesNoPatchForWhatIsNotInIt(String schema, String value) {
		assertThat(schema(schema).violations(part(value, true))).isEmpty();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("blames a patch for what is in it, and for all of a list")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			{'properties':{'a':{'type':'string'}}}                                 | {'a':1}       | /p/a
			{'additionalProperties':false}                                         | {'a':1}       | /p/a
			{'properties':{'a':{'items':{'required':['b']}}}}                      | {'a':[{}]}    | /p/a/0/b
			{'properties':{'a':{'prefixItems':[{'minProperties':1}]}}}             | {'a':[{}]}    | /p/a/0
			{'properties':{'a':{'items':{'not':{}}}}}                              | {'a':[1]}     | /p/a/0
			{'properties':{'a':{'minItems':2}}}                                    | {'a':[1]}     | /p/a
			{'properties':{'a':{'contains':{'type':'string'}}}}                    | {'a':[1]}     | /p/a
			{'properties':{'required':{'type':'string'}}}                          | {'required':1} | /p/required
			{'properties':{'oneOf':{'properties':{'not':{'type':'string'}}}}}      | {'oneOf':{'not':1}} | /p/oneOf/not
			{'allOf':[{'properties':{'a':{'type':'string'}}}]}                     | {'a':1}       | /p/a
			{'patternProperties':{'^not$':{'type':'string'}}}                      | {'not':1}     | /p/not
			{'properties':{'a':{'$ref':'#/$defs/not'}},'$defs':{'not':{'type':'string'}}} | {'a':1} | /p/a
			""")
	void blamesPatchForWhatIsInIt(String schema, String value, String path) {
		assertThat(schema(schema).violations(part(value, true))).singleElement()
			.satisfies((violation) -> assertThat(violation.path()).isEqualTo(path));
	}

}
