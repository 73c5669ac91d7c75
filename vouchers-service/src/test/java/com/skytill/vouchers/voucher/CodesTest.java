package com.skytill.vouchers.voucher;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CodesTest {

    private record Config(int length, Optional<String> prefix, int group) implements CodeConfig {}

    @Test
    void codesHaveFortyBitsAndMoreByDefault() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(CodeConfig.class)
                .build()
                .getConfigMapping(CodeConfig.class);
        assertEquals(new Config(9, Optional.empty(), 3), new Config(config.length(), config.prefix(), config.group()));
    }

    @Test
    void codesAreGroupedAndPrefixed() {
        assertTrue(generator(9, null, 3).next().shown().matches("\\w{3}-\\w{3}-\\w{3}"));
        assertTrue(generator(12, "CAFE", 4).next().shown().matches("CAFE-\\w{4}-\\w{4}-\\w{4}"));
        assertTrue(generator(10, "X-", 0).next().shown().matches("X-\\w{10}"));
    }

    @Test
    void codesHaveNothingThatIsMistakenAndDiffer() {
        var generator = generator(9, null, 0);
        var seen = new HashSet<String>();
        for (int i = 0; i < 2000; i++) {
            String code = generator.next().shown();
            assertTrue(code.chars().noneMatch(character -> "0O1IL".indexOf(character) >= 0), "has no 0 O 1 I L");
            assertTrue(seen.add(code));
        }
    }

    @Test
    void codesThatCanBeGuessedAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> generator(8, null, 4));
        assertThrows(IllegalArgumentException.class, () -> generator(9, "no spaces", 4));
        assertThrows(IllegalArgumentException.class, () -> generator(9, null, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-X", "-", "ABCDEFGHIJKLM", "Ä", "A B", "=A"})
    void prefixesThatAreNoneAreRefused(String prefix) {
        assertThrows(IllegalArgumentException.class, () -> generator(9, prefix, 3));
    }

    @Test
    void codesOfABatchHaveItsPrefixInsteadOfTheConfiguredOne() {
        var generator = generator(9, "HOUSE", 3);
        var own = generator.next(1000, "Camp7");
        assertEquals(1000, own.size());
        assertTrue(own.stream().allMatch(code -> code.shown().matches("Camp7-\\w{3}-\\w{3}-\\w{3}")));
        assertTrue(own.stream().allMatch(code -> code.loginKey().matches("v:CAMP7\\w{9}")));
        assertTrue(
                generator.next(2, null).stream().allMatch(code -> code.shown().startsWith("HOUSE-")));
    }

    @Test
    void everyCharacterOfTheAlphabetComesAboutAsOften() {
        var counts = new HashMap<Integer, Integer>();
        int each = 50_000;
        generator(10, null, 0)
                .next(each * VoucherCode.ALPHABET.length() / 10, null)
                .forEach(code -> code.shown().chars().forEach(letter -> counts.merge(letter, 1, Integer::sum)));
        assertEquals(VoucherCode.ALPHABET.length(), counts.size());
        // Ten standard deviations: never by chance, and half of what taking the remainder of a byte would do.
        counts.forEach((letter, count) -> assertTrue(Math.abs(count - each) < 2200, letter + " came " + count));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K7Q-M9X-WT4",
                "k7qm9xwt4",
                " K7Q M9X WT4 ",
                "k7q\u2013m9x\u2011wt4",
                "K7Q\u00a0M9X\u2003WT4\t",
                "K7QM9X\u200bWT4"
            })
    void typingIsForgiven(String typed) {
        assertEquals("K7QM9XWT4", VoucherCode.normalise(typed));
    }

    @Test
    void codeDoesNotPrintItself() {
        assertFalse(new VoucherCode("K7Q-M9X-WT4").toString().contains("K7Q"));
    }

    private static CodeGenerator generator(int length, String prefix, int group) {
        return new CodeGenerator(new Config(length, Optional.ofNullable(prefix), group), new SecureRandom());
    }
}
