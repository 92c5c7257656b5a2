package io.contacthub.emulator;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import com.github.tomakehurst.wiremock.store.InMemoryStubMappingStore;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;

/**
 * Store of the stubs of users. Behind all of them is the emulator, which cannot be
 * listed, changed or removed.
 */
final class StubStore extends InMemoryStubMappingStore {

	@Override
	public Stream<StubMapping> findAllMatchingRequest(Request request,
			Map<String, RequestMatcherExtension> customMatchers, Consumer<SubEvent> subEvents) {
		Stream<StubMapping> stubs = super.findAllMatchingRequest(request, customMatchers, subEvents);
		return request.getUrl().startsWith(EmulatedRequest.ROOT + "/")
				? Stream.concat(stubs, Stream.of(EmulatorStub.MAPPING)) : stubs;
	}

	boolean isEmpty() {
		return getAll().findAny().isEmpty();
	}

}
