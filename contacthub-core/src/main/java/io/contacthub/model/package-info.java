/**
 * The models of a workspace: the schemas of base properties, contexts and providers, and
 * the policies by which customers are merged. Start with
 * {@link io.contacthub.model.ModelRepository}.
 */
@NullMarked
package io.contacthub.model;

import org.jspecify.annotations.NullMarked;
