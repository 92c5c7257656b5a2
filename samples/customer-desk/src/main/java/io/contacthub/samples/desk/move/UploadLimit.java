package io.contacthub.samples.desk.move;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that leads an upload that is too large back to its form, which says so. It comes
 * before all that looks for parameters, which would have the server read the upload and
 * fail.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadLimit extends OncePerRequestFilter {

	/**
	 * What a form has beside its file.
	 */
	private static final DataSize ENVELOPE = DataSize.ofKilobytes(64);

	private final long limit;

	UploadLimit(ImportProperties properties) {
		this.limit = ofRequest(properties).toBytes();
	}

	static DataSize ofRequest(ImportProperties properties) {
		return DataSize.ofBytes(properties.maxSize().toBytes() + ENVELOPE.toBytes());
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod()) || !request.getServletPath().equals("/import")
				|| request.getContentLengthLong() <= this.limit;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + "/import?tooLarge=true");
	}

}
