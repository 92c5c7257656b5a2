package io.contacthub.samples.desk.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Configuration of who may do what: anybody shops, readers look, editors change.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskProperties.class)
class SecurityConfiguration {

	private static final String POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
			+ " frame-ancestors 'none'";

	private static final RequestMatcher BY_SCRIPT = new RequestHeaderRequestMatcher("HX-Request");

	private static final RequestMatcher VISIT = PathPatternRequestMatcher.pathPattern(HttpMethod.POST,
			"/shop/visit/**");

	@Bean
	SecurityFilterChain security(HttpSecurity http, DeskProperties properties) throws Exception {
		SessionTokens tokens = new SessionTokens();
		HttpSessionRequestCache places = new HttpSessionRequestCache();
		places.setMatchingRequestParameterName(null);
		places.setRequestMatcher(new PageRequests());
		return http.authorizeHttpRequests(SecurityConfiguration::authorize)
			.formLogin((login) -> login.loginPage("/login")
				.successHandler(new LoginSuccess(places, properties.sessionTimeout()))
				.failureHandler(new LoginFailure())
				.permitAll())
			.logout((logout) -> logout.logoutSuccessUrl("/login?logout"))
			.requestCache((cache) -> cache.requestCache(places))
			.exceptionHandling((handling) -> handling.accessDeniedHandler(new Denial(BY_SCRIPT, tokens))
				.defaultAuthenticationEntryPointFor((request, response, ex) -> {
					// else the page to log in would appear within the page
					response.setHeader("HX-Refresh", "true");
					response.setStatus(401);
				}, BY_SCRIPT))
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(SecurityConfiguration::isOwnVisit))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	@Bean
	HttpFirewall firewall() {
		return new ReadableRequests();
	}

	/**
	 * What is refused before it comes to the desk is not cached or framed, either.
	 */
	@Bean
	RequestRejectedHandler refusal(ObjectProvider<SecurityFilterChain> chain) {
		return (request, response, ex) -> {
			for (Filter filter : chain.getObject().getFilters()) {
				if (filter instanceof HeaderWriterFilter headers) {
					headers.doFilter(request, response, (refused, answer) -> ((HttpServletResponse) answer)
						.sendError(HttpServletResponse.SC_BAD_REQUEST));
				}
			}
		};
	}

	private static void authorize(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
			.permitAll()
			.requestMatchers("/*.css", "/*.js", "/*.svg", "/webjars/**", "/shop", "/shop/**", "/login",
					"/actuator/health")
			.permitAll()
			// by any method: HEAD runs what GET does
			.requestMatchers("/customers/new", "/customers/*/*/**", "/import/**")
			.hasRole("EDITOR")
			.requestMatchers(HttpMethod.GET)
			.hasRole("READER")
			.requestMatchers(HttpMethod.HEAD)
			.hasRole("READER")
			.anyRequest()
			.hasRole("EDITOR");
	}

	/**
	 * Return whether a visitor of the shop agrees to a visit, or ends it. A token would
	 * need a cookie before they have agreed; browsers say with each POST where it comes
	 * from, and one from elsewhere needs a token, which it cannot have.
	 */
	private static boolean isOwnVisit(HttpServletRequest request) {
		return VISIT.matches(request) && !OwnSite.isForeign(request);
	}

}
