package com.skytill.vouchers.voucher;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
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
