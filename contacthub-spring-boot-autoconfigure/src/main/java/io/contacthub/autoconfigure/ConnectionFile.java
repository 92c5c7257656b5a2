package io.contacthub.autoconfigure;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.TreeMap;

import io.contacthub.IniFile;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;

/**
 * The file that a property {@code ini-file} names: properties that it has count where
 * they are not set. A file that cannot be read has none, until one of them is needed.
 */
final class ConnectionFile {

	private final String location;

	private final Map<String, String> values = new TreeMap<>();

	private @Nullable String fault;

	private ConnectionFile(String location) {
		this.location = location;
		Resource resource = ResourceUtils.isUrl(location) ? new DefaultResourceLoader().getResource(location)
				: new FileSystemResource(location);
		try {
			String text = resource.getContentAsString(StandardCharsets.UTF_8);
			IniFile.parse(text.replace("\ufeff", "").lines().toList()).forEach((name, value) -> {
				if (StringUtils.hasText(value)) {
					this.values.put(name.replace('_', '-'), value);
				}
			});
		}
		catch (FileNotFoundException | NoSuchFileException ex) {
			this.fault = "there is no such file";
		}
		catch (IOException ex) {
			this.fault = "the file cannot be read (" + ex.getClass().getSimpleName() + ")";
		}
	}

	/**
	 * Return the file at a location, if there is one.
	 */
	static @Nullable ConnectionFile of(@Nullable String location) {
		return StringUtils.hasText(location) ? new ConnectionFile(location.strip()) : null;
	}

	/**
	 * Return the value of a property.
	 * @param name the name, such as {@code workspace-id}
	 */
	@Nullable String get(String name) {
		return this.values.get(name);
	}

	/**
	 * Return the failure of a property that is neither set nor in the file.
	 */
	ContactHubConfigurationException missing(String prefix, String name) {
		String line = name.replace('-', '_');
		String reason = (this.fault != null) ? this.fault : "the file has no line '" + line + " = ...'";
		return new ContactHubConfigurationException(prefix + ".ini-file", "is '" + this.location + "': " + reason + ".",
				"""
						Give the path of a file with the lines 'workspace_id = ...' and 'token = ...', \
						or set these properties:

						%s"""
					.formatted(ContactHubConfigurationException.lines(prefix, "ini-file: file:/etc/contacthub.ini")));
	}

}
