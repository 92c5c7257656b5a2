package io.contacthub.samples.desk.move;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;

import io.contacthub.bulk.BulkRead;
import io.contacthub.customer.Customer;
import io.contacthub.format.DocumentWriter;
import io.contacthub.samples.desk.failure.TroubleLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/**
 * View that writes customers as they come, in memory that does not grow with their
 * number. What fails on the way is thrown from here, where no page takes its place: the
 * server then cuts the answer, so that a browser does not take half a file for a whole
 * one.
 */
final class ExportView implements View {

	private static final Log logger = LogFactory.getLog(ExportView.class);

	private static final int FLUSHED = 50;

	private final BulkRead<Customer> read;

	private final Iterator<Customer> customers;

	private final ExportFile file;

	ExportView(BulkRead<Customer> read, Iterator<Customer> customers, ExportFile file) {
		this.read = read;
		this.customers = customers;
		this.file = file;
	}

	@Override
	public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setContentType(this.file.format().mediaType());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(this.file.name()).build().toString());
		try (this.read) {
			write(response);
		}
	}

	private void write(HttpServletResponse response) throws IOException {
		DocumentWriter<Customer> writer = this.file.writer(response.getOutputStream());
		try {
			while (this.customers.hasNext()) {
				writer.write(this.file.row(this.customers.next()));
				if (writer.written() % FLUSHED == 0) {
					writer.flush();
				}
			}
		}
		catch (RuntimeException ex) {
			writer.flush();
			response.flushBuffer();
			TroubleLog.note(ex);
			logger.warn("An export was cut after " + writer.written() + " customers");
			throw new IOException("An export was cut", null);
		}
		writer.close();
	}

}
