package io.contacthub.samples.desk.layout;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Pager}.
 */
@DisplayName("Pager")
class PagerTests {

	@ParameterizedTest
	@CsvSource({ "1, 1, '[1]', false, false", "1, 9, '[1, 2, 3, 4, 5]', false, true",
			"3, 9, '[1, 2, 3, 4, 5]', false, true", "5, 9, '[3, 4, 5, 6, 7]', true, true",
			"8, 9, '[5, 6, 7, 8, 9]', true, false", "9, 9, '[5, 6, 7, 8, 9]', true, false",
			"2, 3, '[1, 2, 3]', false, false" })
	@DisplayName("leads to the pages near the present one, the first and the last")
	void near(int page, int pages, String near, boolean first, boolean last) {
		Pager.Links links = links(page, pages, "/customers");
		assertThat(links.near().stream().map(Pager.Link::number).toList()).hasToString(near);
		assertThat(links.near().stream().filter(Pager.Link::current).map(Pager.Link::number)).containsExactly(page);
		assertThat(links.first() != null).isEqualTo(first);
		assertThat(links.last() != null).isEqualTo(last);
		assertThat(links.previous() != null).isEqualTo(page > 1);
		assertThat(links.next() != null).isEqualTo(page < pages);
		assertThat(links.total()).isEqualTo(pages);
	}

	@Test
	@DisplayName("keeps all other parameters")
	void parameters() {
		Pager.Links links = links(2, 9, "/customers?q=J%C3%BCrgen%20%26%20Co&page=7&tag=a&tag=b");
		assertThat(links.next().address()).startsWith("/customers?q=J%C3%BCrgen%20%26%20Co&")
			.contains("tag=a&tag=b", "page=3")
			.doesNotContain("page=7");
		assertThat(links.path()).isEqualTo("/customers");
		assertThat(links.parameters()).containsExactly(Map.entry("q", "Jürgen & Co"), Map.entry("tag", "a"),
				Map.entry("tag", "b"));
	}

	private static Pager.Links links(int page, int pages, String address) {
		return new Pager().of(new PageImpl<>(List.of(1), PageRequest.of(page - 1, 1), pages), address);
	}

}
