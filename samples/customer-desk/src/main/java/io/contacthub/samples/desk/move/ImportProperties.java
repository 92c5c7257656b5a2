package io.contacthub.samples.desk.move;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of imports.
 *
 * @param maxSize how large a file may be
 * @param concurrency how many customers are written at the same time
 * @param patience how long an import goes on while ContactHub is away
 * @param keep how long a file, and what has become of it, is kept after the last change
 */
@ConfigurationProperties("desk.import")
record ImportProperties(@DefaultValue("20MB") DataSize maxSize, @DefaultValue("8") int concurrency,
		@DefaultValue("2m") Duration patience, @DefaultValue("1h") Duration keep) {

}
