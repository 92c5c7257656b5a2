package io.contacthub.emulator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the operators of queries.
 */
@DisplayName("The operator")
class QueryOperatorTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "ab, xABy, true", "ab, a, false", "*, \"\", true", "a*, abc, true",
			"a*, bac, false", "*c, abc, true", "*c, abcd, false", "a*c, abc, true", "a*c, ac, true", "a*c, abcd, false",
			"a*a, a, false", "ab*ba, aba, false", "ab*ba, abba, true", "*b*b*, ab, false", "*b*b*, abab, true",
			"a**c, abbc, true", "a%c, abbc, true", "a*bc, abcabc, true", "a.c, abc, false", "\\E*, \\exy, true" })
	@DisplayName("LIKE has any text match a wildcard, whatever the case is")
	void likeMatches(String pattern, String text, boolean expected) {
		assertThat(isLike(pattern, text)).isEqualTo(expected);
	}

	@Test
	@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	@DisplayName("LIKE takes no longer for many wildcards")
	void likeTakesManyWildcards() {
		assertThat(isLike("*a".repeat(50) + "b", "a".repeat(1000))).isFalse();
	}

	private static boolean isLike(String pattern, String text) {
		return QueryOperator.LIKE.test(StringNode.valueOf(pattern)).test(StringNode.valueOf(text));
	}

}
