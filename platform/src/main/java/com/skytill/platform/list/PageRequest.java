package com.skytill.platform.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Which part of a list is asked for, by keyset: page 10 000 costs what page 1 costs.
 *
 * @param limit items at the most
 * @param after the cursor of the page before, or null for the first
 */
public record PageRequest(int limit, String after) {

    private static final String PREFIX = "id:";
    private static final Pattern FORM = Pattern.compile(PREFIX + "(\\d{1,18})");

    /** The ID after which the page begins; 0 for the first page of a list in the order of its IDs. */
    public long afterId() {
        return after == null ? 0 : decode(after).orElseThrow();
    }

    /** Whether the text is a cursor of ours. */
    public static boolean isCursor(String text) {
        return decode(text).isPresent();
    }

    /** The cursor of the page that begins after that ID. */
    static String cursorAfter(long id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((PREFIX + id).getBytes(StandardCharsets.UTF_8));
    }

    private static OptionalLong decode(String cursor) {
        try {
            var form = FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            return form.matches() ? OptionalLong.of(Long.parseLong(form.group(1))) : OptionalLong.empty();
        } catch (IllegalArgumentException notBase64) {
            return OptionalLong.empty();
        }
    }
}
