package com.skytill.leads.lead;

/**
 * What is looked for in leads, as in customers. Fewer than three characters have no trigram of their own, but with the space
 * before them they have: they are looked for at the beginnings of words.
 */
record LeadSearch(String text) {

    private static final int TRIGRAM = 3;
    private static final String ANYWHERE = "searchText like lower(concat('%', :search, '%')) escape '!'"
            + " or phoneKey = function(phone_key as String, :search)";
    private static final String WORDS_BEGIN = "searchText like lower(concat(:search, '%')) escape '!'"
            + " or searchText like lower(concat('% ', :search, '%')) escape '!'";

    /** HQL on {@code :search}. */
    String condition() {
        return text.length() < TRIGRAM ? WORDS_BEGIN : ANYWHERE;
    }

    /** The text as a pattern that matches itself. What may be a phone number has nothing to escape. */
    String pattern() {
        return text.replaceAll("([!%_])", "!$1");
    }
}
