package com.skytill.products.product;

/** How products of either sort are searched: by a part of their name or code, in whatever case, found by trigrams. */
public final class ProductSearch {

    /** On the pattern, named {@code search}. */
    public static final String CONDITION = "searchText like lower(:search) escape '!'";

    private ProductSearch() {}

    /** What texts with that in them are like; null for null. */
    public static String pattern(String search) {
        if (search == null) {
            return null;
        }
        String literal = search.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal + "%";
    }
}
