package io.contacthub.client;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilder;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Factory of addresses that parses each template once, not with each request. Of its
 * builders, which are shared, only the template as a whole is asked for.
 */
final class TemplateUriBuilderFactory extends DefaultUriBuilderFactory {

	private final ConcurrentLruCache<String, Template> templates = new ConcurrentLruCache<>(256, this::parse);

	private final DefaultUriBuilderFactory outside;

	/**
	 * Create a factory whose templates are below the address of the workspace, but for
	 * {@link Endpoint#CALLER}, which is below that of the API. Only the values of their
	 * variables are encoded.
	 */
	TemplateUriBuilderFactory(Endpoint endpoint) {
		super(endpoint.workspaceUrl());
		setEncodingMode(EncodingMode.VALUES_ONLY);
		this.outside = new DefaultUriBuilderFactory(endpoint.base().toString());
		this.outside.setEncodingMode(EncodingMode.VALUES_ONLY);
	}

	@Override
	public UriBuilder uriString(String template) {
		return this.templates.get(template).builder();
	}

	@Override
	public URI expand(String template, Map<String, ?> variables) {
		Template parsed = this.templates.get(template);
		return (parsed.address() != null) ? parsed.address()
				: URI.create(parsed.components().expand(UriUtils.encodeUriVariables(variables)).toUriString());
	}

	private Template parse(String template) {
		UriBuilder builder = template.equals(Endpoint.CALLER) ? this.outside.uriString(template)
				: super.uriString(template);
		String whole = builder.toUriString();
		return new Template(builder, UriComponentsBuilder.fromUriString(whole).build(),
				(whole.indexOf('{') < 0) ? URI.create(whole) : null);
	}

	/**
	 * A template.
	 *
	 * @param builder Spring's builder of it
	 * @param components the parts of the whole address
	 * @param address the whole address, where it has no variables
	 */
	private record Template(UriBuilder builder, UriComponents components, @Nullable URI address) {

	}

}
