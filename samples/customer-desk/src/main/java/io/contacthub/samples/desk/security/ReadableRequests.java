package io.contacthub.samples.desk.security;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Firewall that also refuses requests whose parameters cannot be read. Else the first one
 * to look for a parameter would fail, as if the fault were the desk's.
 */
final class ReadableRequests extends StrictHttpFirewall {

	@Override
	public FirewalledRequest getFirewalledRequest(HttpServletRequest request) throws RequestRejectedException {
		FirewalledRequest firewalled = super.getFirewalledRequest(request);
		try {
			request.getParameterMap();
			return firewalled;
		}
		catch (IllegalStateException ex) {
			if (request.getDispatcherType() == DispatcherType.REQUEST) {
				throw new RequestRejectedException("The parameters cannot be read: " + ex.getMessage());
			}
			return new WithoutParameters(firewalled);
		}
	}

	/**
	 * Request for the page that says that it was refused, which must not fail by the same
	 * parameters.
	 */
	private static final class WithoutParameters extends FirewalledRequest {

		private final FirewalledRequest request;

		private WithoutParameters(FirewalledRequest request) {
			super(request);
			this.request = request;
		}

		@Override
		public void reset() {
			this.request.reset();
		}

		@Override
		public @Nullable String getContentType() {
			// it has no parts, either
			return null;
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return null;
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

	}

}
