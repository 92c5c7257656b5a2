package io.contacthub.samples.migration;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Progress}, on a clock that stands still.
 */
@DisplayName("The progress")
class ProgressTests {

	private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

	private final Progress progress = new Progress("import", "rows", this.clock::get);

	private double share;

	@Test
	@DisplayName("begins with what is known")
	void begins() {
		assertThat(this.progress.line()).isEqualTo("import  0 rows  0/s");
		assertThat(this.progress.rate()).isZero();
	}

	@Test
	@DisplayName("tells rows, share, rate, refused ones and the time left")
	void tellsAll() {
		this.progress.withShare(() -> this.share);
		rows(41_200);
		this.progress.problem();
		this.share = 0.52;
		after(Duration.ofSeconds(35));
		assertThat(this.progress.line()).isEqualTo("import  41,200 rows  52 %  1,177/s  refused 1  left 0:32");
	}

	@Test
	@DisplayName("has the rate of the last ten seconds, and that of all the time for the summary")
	void hasRecentRate() {
		this.progress.withShare(() -> this.share);
		rows(1000);
		this.share = 0.1;
		after(Duration.ofSeconds(1));
		this.progress.line();
		after(Duration.ofSeconds(9));
		rows(90);
		this.share = 0.2;
		this.progress.line();
		after(Duration.ofSeconds(1));
		assertThat(this.progress.line()).isEqualTo("import  1,090 rows  20 %  9/s  left 1:20");
		assertThat(this.progress.rate()).isBetween(99.0, 99.1);
	}

	@Test
	@DisplayName("tells nothing of the time left when nothing moves, and that ContactHub asks for patience")
	void pauses() {
		this.progress.withShare(() -> this.share);
		this.progress.pausesWhile(() -> true);
		after(Duration.ofSeconds(1));
		assertThat(this.progress.line()).isEqualTo("import  0 rows  0 %  0/s  ContactHub asks for patience");
		this.progress.pausesWhile(() -> false);
		assertThat(this.progress.line()).isEqualTo("import  0 rows  0 %  0/s");
	}

	@Test
	@DisplayName("is never over 100 %, though the file has grown or the count was too low")
	void isBounded() {
		this.progress.withShare(() -> this.share);
		this.share = 1.2;
		after(Duration.ofSeconds(1));
		assertThat(this.progress.line()).isEqualTo("import  0 rows  100 %  0/s  left 0:00");
	}

	@Test
	@DisplayName("fits on a terminal with the largest numbers")
	void fits() {
		this.progress.withShare(() -> this.share);
		for (int i = 0; i < 10_000_000; i++) {
			this.progress.row();
			this.progress.problem();
		}
		this.share = 0.001;
		after(Duration.ofSeconds(200));
		assertThat(this.progress.line())
			.isEqualTo("import  10,000,000 rows  0 %  50,000/s  refused 10,000,000  left 55:30:00")
			.hasSizeLessThan(80);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0:00", "59, 0:59", "60, 1:00", "3599, 59:59", "3600, 1:00:00", "360000, 100:00:00" })
	@DisplayName("has times as people write them")
	void writesTimes(long seconds, String text) {
		assertThat(Progress.text(Duration.ofSeconds(seconds))).isEqualTo(text);
	}

	private void rows(int rows) {
		for (int i = 0; i < rows; i++) {
			this.progress.row();
		}
	}

	private void after(Duration duration) {
		this.clock.addAndGet(duration.toNanos());
	}

}
