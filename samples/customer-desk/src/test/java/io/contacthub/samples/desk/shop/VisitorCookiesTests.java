package io.contacthub.samples.desk.shop;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VisitorCookies}.
 */
@DisplayName("The cookies of a visitor")
class VisitorCookiesTests {

	private final ApplicationContextRunner desk = new ApplicationContextRunner().withBean(VisitorCookies.class);

	@Test
	@DisplayName("are taken away where the settings of the library have put them")
	void removes() {
		this.desk
			.withPropertyValues("contacthub.web.session.cookie.name=visit", "contacthub.web.session.cookie.path=/shop",
					"contacthub.web.session.cookie.domain=example.com")
			.run((context) -> {
				MockHttpServletRequest request = new MockHttpServletRequest();
				request.setCookies(new Cookie("visit", "1"), new Cookie("visit-owner", "2"), new Cookie("lang", "it"));
				MockHttpServletResponse response = new MockHttpServletResponse();
				context.getBean(VisitorCookies.class).remove(request, response);
				assertThat(response.getCookies()).extracting(Cookie::getName).containsExactly("visit", "visit-owner");
				assertThat(response.getCookies())
					.allSatisfy((cookie) -> assertThat(cookie).returns(0, Cookie::getMaxAge)
						.returns("/shop", Cookie::getPath)
						.returns("example.com", Cookie::getDomain));
			});
	}

}
