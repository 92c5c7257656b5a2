package io.contacthub.autoconfigure.web;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.ResponseCookie;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Properties of what web applications have of ContactHub.
 *
 * @param session Settings of the sessions of visitors.
 * @param problemDetails Settings of problem details.
 */
@ConfigurationProperties("contacthub.web")
record ContactHubWebProperties(@DefaultValue Session session, @DefaultValue ProblemDetails problemDetails) {

	/**
	 * Settings of the sessions of visitors.
	 *
	 * @param enabled Whether controllers can take the session of the visitor, which is
	 * kept in a cookie.
	 * @param cookie Cookie that holds the session id of a visitor.
	 */
	record Session(@DefaultValue("false") boolean enabled, @DefaultValue Cookie cookie) {

	}

	/**
	 * Cookie that holds the session id of a visitor.
	 *
	 * @param name Name of the cookie that holds the session. A second one has -owner at
	 * its end.
	 * @param maxAge Time for which browsers keep the cookie.
	 * @param sameSite SameSite attribute of the cookie, which says with which requests
	 * from other sites browsers send it.
	 * @param secure Whether browsers send the cookie over HTTPS only. Without it, as the
	 * request came in that the cookie is made for.
	 * @param httpOnly Whether scripts in the page cannot read the cookie.
	 * @param path Path for which browsers send the cookie.
	 * @param domain Domain for which browsers send the cookie. Without it, the host of
	 * the request only.
	 */
	record Cookie(@DefaultValue("contacthub-session") String name, @DefaultValue("365d") Duration maxAge,
			@DefaultValue("lax") SameSite sameSite, @Nullable Boolean secure, @DefaultValue("true") boolean httpOnly,
			@DefaultValue("/") String path, @Nullable String domain) {

		/**
		 * Refuse what no browser would take.
		 */
		Cookie {
			Assert.isTrue(maxAge.toSeconds() > 0, () -> "max-age is " + maxAge + ": it must be at least 1s");
			Assert.isTrue(sameSite != SameSite.NONE || !Boolean.FALSE.equals(secure),
					"same-site is 'none' and secure is 'false': browsers take such a cookie over HTTPS only");
			Assert.isTrue(path.startsWith("/"), () -> "path is '" + path + "': it must begin with a slash");
			Assert.isTrue(
					!name.startsWith("__Host-")
							|| (path.equals("/") && !StringUtils.hasText(domain) && !Boolean.FALSE.equals(secure)),
					() -> "name is '" + name
							+ "': browsers take it with the path '/', without a domain and over HTTPS only");
			try {
				ResponseCookie.from(name, "").path(path).domain(domain).maxAge(maxAge).build();
			}
			catch (RuntimeException ex) {
				throw new IllegalArgumentException("name '" + name + "', path '" + path + "' and domain '" + domain
						+ "' do not make a cookie: " + ex.getMessage(), ex);
			}
		}

		/**
		 * Return a cookie for the browser.
		 * @param suffix the end of its name
		 * @param value its value, or {@code null} to have the browser forget it
		 * @param secureRequest whether the request came in over HTTPS
		 * @return the cookie
		 */
		ResponseCookie create(String suffix, @Nullable String value, boolean secureRequest) {
			return ResponseCookie.from(this.name + suffix, (value != null) ? value : "")
				.maxAge((value != null) ? this.maxAge : Duration.ZERO)
				.sameSite(this.sameSite.attribute())
				.secure((this.secure != null) ? this.secure : secureRequest)
				.httpOnly(this.httpOnly)
				.path(this.path)
				.domain(this.domain)
				.build();
		}

	}

	/**
	 * Policy of whether browsers send a cookie with requests from other sites.
	 */
	enum SameSite {

		/** Never. */
		STRICT,

		/** When a link is followed. */
		LAX,

		/** Always. */
		NONE,

		/** As the browser likes. */
		OMITTED;

		@Nullable String attribute() {
			return (this != OMITTED) ? name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT) : null;
		}

	}

	/**
	 * Settings of problem details.
	 *
	 * @param enabled Whether failures of ContactHub are answered with problem details
	 * (RFC 9457), unless the application handles them.
	 */
	record ProblemDetails(@DefaultValue("false") boolean enabled) {

	}

}
