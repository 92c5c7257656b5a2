package io.contacthub.emulator;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.store.StubMappingStore;
import org.jspecify.annotations.Nullable;

/**
 * What WireMock keeps: stubs, settings and requests.
 */
final class EmulatorStores extends DefaultStores {

	private final StubStore stubs = new StubStore();

	private final RecentRequests requests;

	EmulatorStores(FileSource files, RecentRequests requests) {
		super(files);
		this.requests = requests;
	}

	@Override
	public StubMappingStore getStubStore() {
		return this.stubs;
	}

	@Override
	public RequestJournalStore getRequestJournalStore() {
		return this.requests;
	}

	/**
	 * Return whether WireMock has nothing to add to the answers of the emulator: no stub
	 * that might match, and no delay for all answers.
	 */
	boolean isUntouched() {
		GlobalSettings settings = getSettingsStore().get();
		return this.stubs.isEmpty() && settings.getFixedDelay() == null && settings.getDelayDistribution() == null;
	}

	/**
	 * Return the delay of all answers, in milliseconds.
	 */
	@Nullable Integer fixedDelay() {
		return getSettingsStore().get().getFixedDelay();
	}

	void remember(RememberedRequest request) {
		this.requests.add(request);
	}

}
