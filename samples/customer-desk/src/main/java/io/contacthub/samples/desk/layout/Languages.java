package io.contacthub.samples.desk.layout;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Configuration of the languages: that of the browser, until the reader chooses another
 * one by the parameter {@code lang}, which a cookie keeps.
 */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

	static final List<String> KNOWN = List.of("en", "it", "de");

	@Bean
	LocaleResolver localeResolver() {
		CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
		resolver.setCookieMaxAge(Duration.ofDays(365));
		resolver.setCookieHttpOnly(true);
		resolver.setCookieSameSite("Lax");
		resolver.setRejectInvalidCookies(false);
		resolver.setDefaultLocaleFunction(Languages::ofBrowser);
		return resolver;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new KnownLanguageInterceptor());
	}

	/**
	 * Return the first language that is known, with its country, which dates are written
	 * by.
	 */
	private static Locale ofBrowser(HttpServletRequest request) {
		return Collections.list(request.getLocales())
			.stream()
			.filter((locale) -> KNOWN.contains(locale.getLanguage()))
			.findFirst()
			.orElse(Locale.ENGLISH);
	}

	/**
	 * Interceptor that takes an unknown language for none.
	 */
	private static final class KnownLanguageInterceptor extends LocaleChangeInterceptor {

		private KnownLanguageInterceptor() {
			setParamName("lang");
		}

		@Override
		protected Locale parseLocaleValue(String value) {
			return KNOWN.contains(value) ? Locale.forLanguageTag(value) : null;
		}

	}

}
