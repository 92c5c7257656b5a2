/**
 * The register of consents: what customers have agreed to, and when that changed. Start
 * with {@link io.contacthub.consent.ConsentLogRepository}. A token of the scope DPO reads
 * it, that of a data protection officer, and no other.
 */
@NullMarked
package io.contacthub.consent;

import org.jspecify.annotations.NullMarked;
