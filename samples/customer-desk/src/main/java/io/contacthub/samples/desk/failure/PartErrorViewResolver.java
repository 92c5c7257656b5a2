package io.contacthub.samples.desk.failure;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.DefaultErrorViewResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Resolver of what a script gets that has asked for a part of a page: a part, since a
 * whole page would appear within the page.
 */
@Component
class PartErrorViewResolver extends DefaultErrorViewResolver {

	PartErrorViewResolver(ApplicationContext context, WebProperties properties) {
		super(context, properties.getResources());
	}

	@Override
	public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status,
			Map<String, Object> model) {
		if (request.getHeader("HX-Request") == null) {
			return super.resolveErrorView(request, status, model);
		}
		String kind = switch (status) {
			case FORBIDDEN -> "403";
			case NOT_FOUND -> "404";
			default -> status.is4xxClientError() ? "4xx" : "other";
		};
		return new ModelAndView("error/part", Map.of("kind", kind), status);
	}

}
