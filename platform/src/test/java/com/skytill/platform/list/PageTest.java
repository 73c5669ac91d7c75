package com.skytill.platform.list;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

class PageTest {

    @Test
    void cursorLeadsToTheRowAfterTheLast() {
        var page = Page.of(List.of(1L, 5L, 9L), new PageRequest(2, null), id -> id);
        assertEquals(List.of(1L, 5L), page.items());
        assertEquals(5, new PageRequest(2, page.next()).afterId());
    }

    @Test
    void lastPageHasNoNext() {
        assertNull(Page.of(List.of(1L, 5L), new PageRequest(2, null), id -> id).next());
        assertEquals(0, new PageRequest(2, null).afterId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "aWQ6", "aWQ6LTE", "!", "aWQ6OTk5OTk5OTk5OTk5OTk5OTk5OTk"})
    void strangersTextIsNoCursor(String text) {
        assertFalse(PageRequest.isCursor(text));
    }
}
