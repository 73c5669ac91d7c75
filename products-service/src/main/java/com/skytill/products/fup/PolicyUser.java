package com.skytill.products.fup;

/**
 * A data product as far as a policy must fit it.
 *
 * @param dataCapBytes its cap, or null when it has none
 */
public record PolicyUser(Long dataCapBytes, int downloadKbps, int uploadKbps) {}
