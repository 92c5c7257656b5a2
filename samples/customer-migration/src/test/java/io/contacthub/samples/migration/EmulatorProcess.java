package io.contacthub.samples.migration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An emulator as a process of its own.
 */
final class EmulatorProcess implements AutoCloseable {

	private static final Pattern ANNOUNCEMENT = Pattern.compile(
			"base URL: +(\\S+)\\R +console: +\\S+/emulator/\\R +workspace id: +(\\S+)\\R +node id: +(\\S+)\\R +token: +(\\S+)");

	private final MigrationProcess process;

	private final Matcher announcement;

	private EmulatorProcess(MigrationProcess process, Matcher announcement) {
		this.process = process;
		this.announcement = announcement;
	}

	static EmulatorProcess start(Path folder, String... options) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-jar", System.getProperty("emulator.jar"), "--port=0"));
		command.addAll(List.of(options));
		MigrationProcess process = MigrationProcess.start(folder, Map.of(), command);
		assertThat(process.awaits(() -> process.out().contains("token: "))).as(process.err()).isTrue();
		Matcher announcement = ANNOUNCEMENT.matcher(process.out());
		assertThat(announcement.find()).as(process.out()).isTrue();
		return new EmulatorProcess(process, announcement);
	}

	/**
	 * Return where it is, as variables of the environment.
	 */
	Map<String, String> connection() {
		return Map.of("CONTACTHUB_BASE_URL", this.announcement.group(1), "CONTACTHUB_WORKSPACE_ID",
				this.announcement.group(2), "CONTACTHUB_NODE_ID", this.announcement.group(3), "CONTACTHUB_TOKEN",
				this.announcement.group(4));
	}

	/**
	 * Write all that it holds to a file.
	 */
	void export(Path file) throws Exception {
		URI address = URI.create(this.announcement.group(1)).resolve("/emulator/export");
		HttpResponse<Path> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(file));
		assertThat(answer.statusCode()).isEqualTo(200);
	}

	@Override
	public void close() {
		this.process.close();
	}

}
