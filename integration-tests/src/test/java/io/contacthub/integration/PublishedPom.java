package io.contacthub.integration;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * A POM as a file, without what its parent says.
 */
final class PublishedPom {

	private final XPath path = XPathFactory.newInstance().newXPath();

	private final Document document;

	private PublishedPom(Document document) {
		this.document = document;
	}

	static PublishedPom read(Path file) throws Exception {
		return new PublishedPom(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
	}

	/**
	 * The text at a path, which is empty where there is nothing.
	 */
	String text(String path) {
		try {
			return this.path.evaluate(path, this.document).strip();
		}
		catch (XPathExpressionException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/**
	 * The texts of all elements at a path.
	 */
	List<String> texts(String path) {
		try {
			NodeList found = (NodeList) this.path.evaluate(path, this.document, XPathConstants.NODESET);
			return IntStream.range(0, found.getLength())
				.mapToObj((index) -> found.item(index).getTextContent().strip())
				.toList();
		}
		catch (XPathExpressionException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
