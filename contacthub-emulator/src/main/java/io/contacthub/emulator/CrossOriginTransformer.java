package io.contacthub.emulator;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Transformer that lets pages read what stubs answer in place of the API, unless the stub
 * says itself who may.
 */
final class CrossOriginTransformer implements ResponseTransformerV2 {

	@Override
	public Response transform(Response response, ServeEvent event) {
		String origin = event.getRequest().getHeader(CrossOrigin.ORIGIN);
		HttpHeaders headers = response.getHeaders();
		if (origin == null || !event.getRequest().getUrl().startsWith(EmulatedRequest.ROOT + "/")
				|| headers.getHeader(CrossOrigin.ALLOW_ORIGIN).isPresent()) {
			return response;
		}
		return Response.Builder.like(response)
			.headers(headers.plus(new HttpHeader(CrossOrigin.ALLOW_ORIGIN, origin),
					new HttpHeader("Vary", CrossOrigin.ORIGIN),
					new HttpHeader(CrossOrigin.EXPOSE_HEADERS, CrossOrigin.EXPOSED)))
			.build();
	}

	@Override
	public String getName() {
		return "cross-origin";
	}

}
