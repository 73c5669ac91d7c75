package com.skytill.products.product;

import java.util.regex.Pattern;

/**
 * A product's ID or its code, told apart by their form (domain: product references).
 *
 * @param id the ID, or null when it is a code
 * @param code the code in whatever case, or null when it is an ID
 */
public record ProductReference(Long id, String code) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 18;

    static ProductReference of(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return new ProductReference(null, text);
        }
        // No product has an ID of more digits than fit, so 0, which is nobody's, stands for them all.
        return new ProductReference(text.length() <= MOST_DIGITS ? Long.parseLong(text) : 0L, null);
    }

    /** What the database finds the product by. */
    public Object key() {
        return id == null ? code : id;
    }
}
