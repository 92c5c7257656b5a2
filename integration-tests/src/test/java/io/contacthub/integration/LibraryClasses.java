package io.contacthub.integration;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The classes of all artifacts, as they are on the class path of an application.
 */
final class LibraryClasses {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.contacthub");

	private LibraryClasses() {
	}

	static JavaClasses classes() {
		return CLASSES;
	}

	/**
	 * Whether an application can name a type: nested types are as visible as those around
	 * them at most.
	 */
	static boolean isVisible(JavaClass type) {
		return type.getModifiers().contains(JavaModifier.PUBLIC)
				&& type.getEnclosingClass().map(LibraryClasses::isVisible).orElse(true);
	}

}
