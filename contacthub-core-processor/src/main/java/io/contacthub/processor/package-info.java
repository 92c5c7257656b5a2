/**
 * Compile-time generation of the builders and the fields that belong to the records of
 * the core. {@code BuilderProcessor} is where to start: it has a {@code RecordModel} of
 * each record, of which {@code BuilderSource} and {@code FieldsSource} make text.
 */
@NullMarked
package io.contacthub.processor;

import org.jspecify.annotations.NullMarked;
